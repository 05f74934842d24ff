import { Inbox, RefreshCw } from 'lucide';
import type { ReceivedRequestView } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { RequestItem } from './request-item.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages } from '../../components/speech-context.ts';

const NoRequests = ({ connect }: { connect: () => void }) => {
  const { connect: connectWords, requests } = useMessages();
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon icon={Inbox} size={24} />
      </span>
      <p class="title">{requests.none}</p>
      <p class="soft">{requests.noneMeaning}</p>
      <button type="button" class="button button-main" onClick={connect}>
        {connectWords.showHookUrls}
      </button>
    </div>
  );
};

type ListProperties = { requests: readonly ReceivedRequestView[]; reload: () => Promise<void>; connect: () => void };

const RequestList = ({ requests, reload, connect }: ListProperties) => {
  const words = useMessages().requests;
  return (
    <>
      <div class="requests-head">
        <p class="soft">{words.howMany}</p>
        <ActionButton icon={RefreshCw} words={words.refresh} busyWords={words.refreshing} act={reload} />
      </div>
      {requests.length === 0 ? (
        <NoRequests connect={connect} />
      ) : (
        <ul class="requests">
          {requests.map((request) => (
            <RequestItem key={request.id} request={request} reload={reload} />
          ))}
        </ul>
      )}
    </>
  );
};

/** What reached the hook listener lately, and what became of it: read on opening and on demand. */
export const RequestsDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const { store } = usePage();
  const { requests, views } = useMessages();
  const { answer, reload } = useAnswer(() => store.ask('received-requests', null));
  return (
    <Dialog title={views.requests} size="large" close={close}>
      {answer.state === 'ready' ? (
        <RequestList requests={answer.value} reload={reload} connect={() => show('connect')} />
      ) : (
        <Unanswered answer={answer} words={requests.reading} reload={reload} />
      )}
    </Dialog>
  );
};
