import { Dialog } from '../../components/dialog.tsx';
import { usePage } from '../../components/page-context.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { HookSourceChoice } from './hook-source-choice.tsx';
import { ReachabilityLine } from '../reachability/reachability-line.tsx';
import { SeenOnTheWay } from './seen-on-the-way.tsx';
import { TunnelForm } from './tunnel-form.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages } from '../../components/speech-context.ts';

/** How changes come to be known: by hook or by asking; and how the hook listener gets public, and what that lets others see. */
export const TunnelDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const { store } = usePage();
  const { tunnel, views } = useMessages();
  const { answer, reload } = useAnswer(() => store.ask('tunnel-settings', null));
  const isPolling = store.overview.value?.hookSource === 'polling';
  return (
    <Dialog title={views.tunnel} size="large" close={close}>
      <ReachabilityLine />
      <HookSourceChoice />
      {isPolling ? (
        <SeenOnTheWay tunnel="off" />
      ) : answer.state === 'ready' ? (
        <TunnelForm settings={answer.value} connect={() => show('connect')} />
      ) : (
        <Unanswered answer={answer} words={tunnel.reading} reload={reload} />
      )}
    </Dialog>
  );
};
