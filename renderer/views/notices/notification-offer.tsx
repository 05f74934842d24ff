import { Bell, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** On the host without notifications of its own, offers those of the browser. */
export const NotificationOffer = () => {
  const { store, notifications } = usePage();
  const words = useMessages().header;
  const [isDismissed, setDismissed] = useState(false);
  const isOffered = store.overview.value?.host === 'headless' && notifications.permission.value === 'default';
  if (!isOffered || isDismissed) return null;
  return (
    <div class="offer">
      <button type="button" class="text-button" onClick={() => void notifications.ask()}>
        <Icon icon={Bell} size={14} />
        {words.offerNotifications}
      </button>
      <IconButton icon={X} label={words.notNow} click={() => setDismissed(true)} />
    </div>
  );
};
