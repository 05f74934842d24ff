import { RefreshCw } from 'lucide';
import { ActionButton } from '../components/action-button.tsx';
import { usePage } from '../components/page-context.ts';

/** Lets the app ask itself through its public address, now. */
export const TestButton = ({ looks = 'button' }: { looks?: string }) => {
  const { store } = usePage();
  return (
    <ActionButton icon={RefreshCw} words="Test now" busyWords="Testing…" looks={looks} act={store.testReachability} />
  );
};
