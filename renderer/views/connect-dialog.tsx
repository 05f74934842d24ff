import { Route } from 'lucide';
import type { Overview } from '../../electron/contract/index.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { useAnswer } from '../components/use-answer.ts';
import { AddHookUrl } from './add-hook-url.tsx';
import { AdministratorSteps } from './administrator-steps.tsx';
import { ArrivalLight } from './arrival-light.tsx';
import { HookUrlItem } from './hook-url-item.tsx';
import { Organizations } from './organizations.tsx';
import type { ShowView } from './view-name.ts';

/** While the app asks Redbooth itself there is nothing to paste anywhere. */
const NothingToConnect = ({ show }: { show: ShowView }) => (
  <div class="account-words-long">
    <p>
      The app asks Redbooth every minute what changed, so no hook URL and no administrator is needed. Changes appear up
      to a minute late.
    </p>
    <p class="soft">
      To see them at once, let Redbooth send hooks: an administrator pastes a hook URL into Redbooth once.
    </p>
    <div class="button-row">
      <button type="button" class="button" onClick={() => show('tunnel')}>
        <Icon icon={Route} size={14} />
        How changes reach you
      </button>
    </div>
  </div>
);

/** The hook URLs, and how they get into Redbooth. */
const Connecting = ({ overview }: { overview: Overview }) => {
  const { store } = usePage();
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
        <h3 class="label">Hook URLs</h3>
        <p class="soft">
          Redbooth calls a hook URL whenever a task changes. Use one for each organisation, and share it only with its
          administrators.
        </p>
        <ul class="hook-urls">
          {overview.hookUrls.map((hookUrl) => (
            <HookUrlItem key={hookUrl.id} hookUrl={hookUrl} />
          ))}
        </ul>
        <AddHookUrl />
      </section>
      <Organizations answer={answer} reload={reload} />
      <AdministratorSteps hooksPage={overview.hooksPage} isListed={isListed} where="at the top of this view" />
    </>
  );
};

export const ConnectDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const overview = usePage().store.overview.value;
  if (!overview) return null;
  return (
    <Dialog title="Connect Redbooth" size="large" close={close}>
      {overview.hookSource === 'polling' ? <NothingToConnect show={show} /> : <Connecting overview={overview} />}
    </Dialog>
  );
};
