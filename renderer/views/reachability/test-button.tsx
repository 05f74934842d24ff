import { RefreshCw } from 'lucide';
import { ActionButton } from '../../components/action-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Lets the app ask itself through its public address, now. */
export const TestButton = ({ looks = 'button' }: { looks?: string }) => {
  const { store } = usePage();
  const words = useMessages().tunnel;
  return (
    <ActionButton
      icon={RefreshCw}
      words={words.test}
      busyWords={words.testing}
      looks={looks}
      act={store.testReachability}
    />
  );
};
