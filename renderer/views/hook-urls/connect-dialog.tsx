import { Route } from 'lucide';
import type { Overview } from '../../../electron/contract/index.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useAnswer } from '../../components/use-answer.ts';
import { AddHookUrl } from './add-hook-url.tsx';
import { AdministratorSteps } from './administrator-steps.tsx';
import { ArrivalLight } from './arrival-light.tsx';
import { HookUrlItem } from './hook-url-item.tsx';
import { Organizations } from './organizations.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages } from '../../components/speech-context.ts';

/** While the app asks Redbooth itself there is nothing to paste anywhere. */
const NothingToConnect = ({ show }: { show: ShowView }) => {
  const { connect, views } = useMessages();
  return (
    <div class="account-words-long">
      <p>{connect.pollingMeaning}</p>
      <p class="soft">{connect.pollingInstead}</p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => show('tunnel')}>
          <Icon icon={Route} size={14} />
          {views.tunnel}
        </button>
      </div>
    </div>
  );
};

/** The hook URLs, and how they get into Redbooth. */
const Connecting = ({ overview }: { overview: Overview }) => {
  const { store } = usePage();
  const words = useMessages().connect;
  // The messages to administrators hold the hook URLs, so they are asked for again when these change.
  const { answer, reload } = useAnswer(
    () => store.ask('organizations', null),
    overview.hookUrls.map(({ url }) => url).join(' '),
  );
  const isListed = answer.state === 'ready' && answer.value.length > 0;
  return (
    <>
      <ArrivalLight overview={overview} />
      <section class="connect-part">
        <h3 class="label">{words.hookUrls}</h3>
        <p class="soft">{words.hookUrlsMeaning}</p>
        <ul class="hook-urls">
          {overview.hookUrls.map((hookUrl) => (
            <HookUrlItem key={hookUrl.id} hookUrl={hookUrl} />
          ))}
        </ul>
        <AddHookUrl />
      </section>
      <Organizations answer={answer} reload={reload} />
      <AdministratorSteps hooksPage={overview.hooksPage} isListed={isListed} where="top" />
    </>
  );
};

export const ConnectDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const overview = usePage().store.overview.value;
  const { views } = useMessages();
  if (!overview) return null;
  return (
    <Dialog title={views.connect} size="large" close={close}>
      {overview.hookSource !== 'tunnel' ? <NothingToConnect show={show} /> : <Connecting overview={overview} />}
    </Dialog>
  );
};
