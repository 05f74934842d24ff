import { ChevronDown, CircleDashed, CircleX, Route } from 'lucide';
import type { Reachability } from '../../electron/contract/index.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { timeAgo } from '../state/time-words.ts';
import { reachabilityLooks } from './reachability-looks.ts';
import { TestButton } from './test-button.tsx';
import type { ShowView } from './view-name.ts';

const provenWords = ({ provenAt }: Reachability, now: number): string | null =>
  provenAt === null ? null : `proven ${timeAgo(provenAt, now)}`;

const ReachabilityPanel = ({ reachability, showTunnel }: { reachability: Reachability; showTunnel: () => void }) => {
  const { now } = usePage();
  const { state, sentence, detail, provenAt, cause } = reachability;
  return (
    <div class="panel-content">
      <p class="panel-title">{sentence}</p>
      {detail !== null && <p>{detail}</p>}
      {state !== 'polling' && (
        <p class="soft">
          {provenAt === null
            ? 'Not yet proven: the app has not reached itself through its public address so far.'
            : `Proven ${timeAgo(provenAt, now.value)}, when the app last reached itself through its public address.`}
        </p>
      )}
      <div class="button-row">
        {state !== 'polling' && <TestButton />}
        <button type="button" class="button" onClick={showTunnel}>
          <Icon icon={Route} size={14} />
          How changes reach you
        </button>
      </div>
      {cause !== null && <small class="small-print">Cause: {cause}</small>}
    </div>
  );
};

/** Whether Redbooth can reach the app, always in sight and in words. */
export const ReachabilityPill = ({ show }: { show: ShowView }) => {
  const { store, now } = usePage();
  const overview = store.overview.value;
  if (store.connection.value === 'lost')
    return (
      <span class="pill pill-bad">
        <Icon icon={CircleX} size={14} />
        Connection to the app lost
      </span>
    );
  if (!overview)
    return (
      <span class="pill pill-quiet">
        <Icon icon={CircleDashed} size={14} />
        Connecting…
      </span>
    );
  const { reachability } = overview;
  const { tone, icon } = reachabilityLooks[reachability.state];
  const proven = reachability.state === 'online' ? provenWords(reachability, now.value) : null;
  return (
    <Disclosure
      label="Reachability"
      looks={`pill pill-${tone}`}
      align="start"
      hasWords
      button={
        <>
          <Icon icon={icon} size={14} />
          <span>{proven === null ? reachability.sentence : `${reachability.sentence} · ${proven}`}</span>
          <Icon icon={ChevronDown} size={12} />
        </>
      }
    >
      {(close) => (
        <ReachabilityPanel
          reachability={reachability}
          showTunnel={() => {
            close();
            show('tunnel');
          }}
        />
      )}
    </Disclosure>
  );
};
