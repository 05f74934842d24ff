import { CircleX, X } from 'lucide';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { usePage } from './page-context.ts';
import { useMessages } from './speech-context.ts';

/** The last thing that went wrong, until dismissed. */
export const Trouble = () => {
  const { store } = usePage();
  const words = useMessages().common;
  const trouble = store.trouble.value;
  if (trouble === null) return null;
  return (
    <div class="notice notice-bad" role="alert">
      <Icon icon={CircleX} />
      <div class="notice-words">
        <p>{trouble.message}</p>
        <small class="small-print">{trouble.code}</small>
      </div>
      <IconButton icon={X} label={words.dismiss} click={store.dismissTrouble} />
    </div>
  );
};
