import { ChevronDown, CircleDashed, CircleX, Route } from 'lucide';
import type { Reachability } from '../../../electron/contract/index.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { timeAgo } from '../../state/time-words.ts';
import { reachabilityLooks } from './reachability-looks.ts';
import { TestButton } from './test-button.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useSpeech } from '../../components/speech-context.ts';

const ReachabilityPanel = ({ reachability, showTunnel }: { reachability: Reachability; showTunnel: () => void }) => {
  const { now } = usePage();
  const speech = useSpeech();
  const { tunnel, views } = speech.messages;
  const { state, sentence, detail, provenAt, cause } = reachability;
  return (
    <div class="panel-content">
      <p class="panel-title">{sentence}</p>
      {detail !== null && <p>{detail}</p>}
      {state !== 'polling' && (
        <p class="soft">
          {provenAt === null ? tunnel.notProvenMeaning : tunnel.provenMeaning(timeAgo(provenAt, now.value, speech))}
        </p>
      )}
      <div class="button-row">
        {state !== 'polling' && <TestButton />}
        <button type="button" class="button" onClick={showTunnel}>
          <Icon icon={Route} size={14} />
          {views.tunnel}
        </button>
      </div>
      {cause !== null && <small class="small-print">{tunnel.cause(cause)}</small>}
    </div>
  );
};

/** Whether Redbooth can reach the app, always in sight and in words. */
export const ReachabilityPill = ({ show }: { show: ShowView }) => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const { list, tunnel } = speech.messages;
  const overview = store.overview.value;
  if (store.connection.value === 'lost')
    return (
      <span class="pill pill-bad">
        <Icon icon={CircleX} size={14} />
        {list.connectionLost}
      </span>
    );
  if (!overview)
    return (
      <span class="pill pill-quiet">
        <Icon icon={CircleDashed} size={14} />
        {tunnel.connecting}
      </span>
    );
  const { reachability } = overview;
  const { tone, icon } = reachabilityLooks[reachability.state];
  const { provenAt } = reachability;
  const isProven = reachability.state === 'online' && provenAt !== null;
  const proven = isProven ? tunnel.proven(timeAgo(provenAt, now.value, speech)) : null;
  return (
    <Disclosure
      label={tunnel.reachability}
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
