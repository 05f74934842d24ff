import { Ellipsis } from 'lucide';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Opens the menu of a row: to snooze it, to mute what it is about, and why it was told or not. */
export const ChangeMenu = ({ row: { id }, tabIndex = 0 }: { row: Pick<ChangeRow, 'id'>; tabIndex?: number }) => {
  const { rowMenu } = usePage().store;
  const { label } = useMessages().rowMenu;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      aria-expanded={rowMenu.opened.value?.id === id}
      tabIndex={tabIndex}
      onClick={() => rowMenu.open(id)}
    >
      <Icon icon={Ellipsis} />
    </button>
  );
};
