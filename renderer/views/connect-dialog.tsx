import { CircleCheck, CircleDashed, ExternalLink } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Overview } from '../../electron/contract/index.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { useAnswer } from '../components/use-answer.ts';
import { timeAgo } from '../state/time-words.ts';
import { AddHookUrl } from './add-hook-url.tsx';
import { HookUrlItem } from './hook-url-item.tsx';
import { Organizations } from './organizations.tsx';

const lastArrival = ({ hookUrls }: Overview): number | null =>
  hookUrls.reduce<number | null>(
    (latest, { lastArrivalAt }) => (lastArrivalAt === null ? latest : Math.max(latest ?? 0, lastArrivalAt)),
    null,
  );

/** Says live whether hooks come in; the first one is greeted as such when the user waits for it here. */
const ArrivalLight = ({ overview }: { overview: Overview }) => {
  const { now } = usePage();
  const arrival = lastArrival(overview);
  const isWaitedFor = useRef(arrival === null);
  const words = isWaitedFor.current ? 'First hook received' : 'Last hook received';
  return (
    <>
      <p class={arrival === null ? 'light' : 'light light-good'}>
        <Icon icon={arrival === null ? CircleDashed : CircleCheck} />
        {arrival === null ? 'Waiting for the first hook…' : `${words} ${timeAgo(arrival, now.value)}`}
      </p>
      {/* Read out once, not at every tick of the visible line. */}
      <p class="visually-hidden" role="status">
        {arrival !== null && isWaitedFor.current ? words : ''}
      </p>
    </>
  );
};

const Steps = ({ hooksPage, isListed }: { hooksPage: string; isListed: boolean }) => {
  const { store } = usePage();
  return (
    <section class="connect-part">
      <h3 class="label">What an administrator does in Redbooth</h3>
      <ol class="steps">
        {isListed ? (
          <li>Open the web hooks page of the organisation, by its button above.</li>
        ) : (
          <li>
            Open the organisation’s web hooks page.
            <button type="button" class="button" onClick={() => void store.open('open-hooks-page', null)}>
              <Icon icon={ExternalLink} size={14} />
              Open the web hooks page
            </button>
            <span class="small-print">{hooksPage}</span>
          </li>
        )}
        <li>Choose “Create a new web hook”, paste the hook URL and save. Redbooth sends hooks for tasks only.</li>
        <li>Change any task in Redbooth. The line at the top of this view turns green when its hook arrives.</li>
      </ol>
    </section>
  );
};

/** The hook URLs, and how they get into Redbooth. */
export const ConnectDialog = ({ close }: { close: () => void }) => {
  const { store } = usePage();
  const overview = store.overview.value;
  // The messages to administrators hold the hook URLs, so they are asked for again when these change.
  const { answer, reload } = useAnswer(
    () => store.ask('organizations', null),
    overview?.hookUrls.map(({ url }) => url).join(' '),
  );
  if (!overview) return null;
  const isListed = answer.state === 'ready' && answer.value.length > 0;
  return (
    <Dialog title="Connect Redbooth" size="large" close={close}>
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
      <Steps hooksPage={overview.hooksPage} isListed={isListed} />
    </Dialog>
  );
};
