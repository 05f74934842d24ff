import { CircleCheck, ExternalLink, MailOpen, MessageSquare, RotateCcw } from 'lucide';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { ChangeMenu } from './change-menu.tsx';
import { useMessages } from '../../components/speech-context.ts';

type Properties = {
  row: ChangeRow;
  isTabStop: boolean;
  /** Whether the pointer or the keyboard is there; other rows are spared the buttons, for the sake of scrolling. */
  isInUse: boolean;
};

/** What can be done with a row besides showing its task, while the pointer or the keyboard is there. */
export const ChangeActions = ({ row, isTabStop, isInUse }: Properties) => {
  const { store } = usePage();
  const { pane, actions } = store;
  const { list, task } = useMessages();
  const { id, unread, canOpen, isResolved } = row;
  // Its task, where it is shown, offers the same with words.
  const hasQuickActions = isInUse && pane.row.value?.id !== id;
  const tabIndex = isTabStop ? 0 : -1;
  const comment = (): void => {
    store.showTask(id, false);
    actions.startComment(id);
  };
  return (
    <div class="change-actions">
      {hasQuickActions && isResolved !== null && (
        <span class="quick-actions">
          <IconButton
            icon={isResolved ? RotateCcw : CircleCheck}
            label={isResolved ? task.reopen : task.resolve}
            tabIndex={tabIndex}
            isBusy={actions.of(id)?.state === 'busy'}
            click={() => void actions.toggle(id)}
          />
          <IconButton icon={MessageSquare} label={task.comment} tabIndex={tabIndex} click={comment} />
        </span>
      )}
      {hasQuickActions && canOpen && (
        <span class="quick-actions">
          <IconButton
            icon={ExternalLink}
            label={list.openInRedbooth}
            tabIndex={tabIndex}
            click={() => void store.openChange(id)}
          />
        </span>
      )}
      {unread && (
        <IconButton icon={MailOpen} label={list.markRead} tabIndex={tabIndex} click={() => void store.markRead(id)} />
      )}
      {isInUse && <ChangeMenu row={row} tabIndex={tabIndex} />}
    </div>
  );
};
