import { Inbox, RefreshCw } from 'lucide';
import type { ReceivedRequestView } from '../../electron/contract/index.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { Unanswered } from '../components/unanswered.tsx';
import { useAnswer } from '../components/use-answer.ts';
import { RequestItem } from './request-item.tsx';
import type { ShowView } from './view-name.ts';

const NoRequests = ({ connect }: { connect: () => void }) => (
  <div class="empty">
    <span class="empty-icon">
      <Icon icon={Inbox} size={24} />
    </span>
    <p class="title">Nothing has come in yet</p>
    <p class="soft">
      Whatever calls your hook URLs while the app runs is listed here. If you expect hooks, check that Redbooth has a
      hook URL of yours.
    </p>
    <button type="button" class="button button-main" onClick={connect}>
      Show the hook URLs
    </button>
  </div>
);

type ListProperties = { requests: readonly ReceivedRequestView[]; reload: () => Promise<void>; connect: () => void };

const RequestList = ({ requests, reload, connect }: ListProperties) => (
  <>
    <div class="requests-head">
      <p class="soft">The last 200 requests since the app was started.</p>
      <ActionButton icon={RefreshCw} words="Refresh" busyWords="Refreshing…" act={reload} />
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

/** What reached the hook listener lately, and what became of it: read on opening and on demand. */
export const RequestsDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const { store } = usePage();
  const { answer, reload } = useAnswer(() => store.ask('received-requests', null));
  return (
    <Dialog title="Requests received" size="large" close={close}>
      {answer.state === 'ready' ? (
        <RequestList requests={answer.value} reload={reload} connect={() => show('connect')} />
      ) : (
        <Unanswered answer={answer} words="Reading the requests…" reload={reload} />
      )}
    </Dialog>
  );
};
