import { Dialog } from '../components/dialog.tsx';
import { usePage } from '../components/page-context.ts';
import { Unanswered } from '../components/unanswered.tsx';
import { useAnswer } from '../components/use-answer.ts';
import { ReachabilityLine } from './reachability-line.tsx';
import { TunnelForm } from './tunnel-form.tsx';
import type { ShowView } from './view-name.ts';

/** How the hook listener gets public: to choose, to test, and what that lets others see. */
export const TunnelDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const { store } = usePage();
  const { answer, reload } = useAnswer(() => store.ask('tunnel-settings', null));
  return (
    <Dialog title="How hooks reach you" size="large" close={close}>
      <ReachabilityLine />
      {answer.state === 'ready' ? (
        <TunnelForm settings={answer.value} connect={() => show('connect')} />
      ) : (
        <Unanswered answer={answer} words="Reading the settings…" reload={reload} />
      )}
    </Dialog>
  );
};
