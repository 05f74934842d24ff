import { ChevronDown, CircleCheck, CircleDashed, CircleSlash, CircleX, RefreshCw, TriangleAlert } from 'lucide';
import type { IconNode } from 'lucide';
import { useState } from 'preact/hooks';
import type { Reachability, ReachabilityState } from '../../electron/contract/index.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { timeAgo } from '../state/time-words.ts';

type Tone = 'good' | 'quiet' | 'warn' | 'bad';

const looks: Readonly<Record<ReachabilityState, { tone: Tone; icon: IconNode }>> = {
  connecting: { tone: 'quiet', icon: CircleDashed },
  online: { tone: 'good', icon: CircleCheck },
  degraded: { tone: 'warn', icon: TriangleAlert },
  offline: { tone: 'bad', icon: CircleX },
  'name-lost': { tone: 'warn', icon: TriangleAlert },
  off: { tone: 'quiet', icon: CircleSlash },
};

const provenWords = ({ provenAt }: Reachability, now: number): string | null =>
  provenAt === null ? null : `proven ${timeAgo(provenAt, now)}`;

const ReachabilityPanel = ({ reachability }: { reachability: Reachability }) => {
  const { store, now } = usePage();
  const [isTesting, setTesting] = useState(false);
  const test = async (): Promise<void> => {
    setTesting(true);
    await store.testReachability();
    setTesting(false);
  };
  const { sentence, detail, provenAt, cause } = reachability;
  return (
    <div class="panel-content">
      <p class="panel-title">{sentence}</p>
      {detail !== null && <p>{detail}</p>}
      <p class="soft">
        {provenAt === null
          ? 'Not yet proven: the app has not reached itself through its public address so far.'
          : `Proven ${timeAgo(provenAt, now.value)}, when the app last reached itself through its public address.`}
      </p>
      <div class="panel-foot">
        <button type="button" class="button" disabled={isTesting} onClick={() => void test()}>
          <Icon icon={RefreshCw} size={14} />
          {isTesting ? 'Testing…' : 'Test now'}
        </button>
        {cause !== null && <small class="small-print">Cause: {cause}</small>}
      </div>
    </div>
  );
};

/** Whether Redbooth can reach the app, always in sight and in words. */
export const ReachabilityPill = () => {
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
  const { tone, icon } = looks[reachability.state];
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
      {() => <ReachabilityPanel reachability={reachability} />}
    </Disclosure>
  );
};
