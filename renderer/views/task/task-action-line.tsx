import { CircleCheck, CircleX, LoaderCircle, RefreshCw, Undo2, X } from 'lucide';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { usePage } from '../../components/page-context.ts';
import type { TaskAction } from '../../state/task-actions.ts';
import { useMessages } from '../../components/speech-context.ts';

type Properties<State extends TaskAction['state']> = { row: ChangeRow; action: Extract<TaskAction, { state: State }> };

const Busy = ({ action: { kind } }: Properties<'busy'>) => {
  const { busy } = useMessages().task;
  return (
    <p class="action-line soft">
      <Icon icon={LoaderCircle} size={14} />
      <span>{busy[kind]}</span>
    </p>
  );
};

const Failed = ({ row: { id }, action: { failure } }: Properties<'failed'>) => {
  const { actions } = usePage().store;
  const words = useMessages().common;
  return (
    <div class="action-line action-line-bad">
      <Icon icon={CircleX} size={14} />
      <p role="alert">{failure.message}</p>
      <button type="button" class="button" onClick={() => void actions.tryAgain(id)}>
        <Icon icon={RefreshCw} size={14} />
        {words.tryAgain}
      </button>
      <IconButton icon={X} label={words.dismiss} click={() => actions.dismiss(id)} />
    </div>
  );
};

const Done = ({ row: { id, isResolved }, action: { kind } }: Properties<'done'>) => {
  const { actions } = usePage().store;
  const { common, task } = useMessages();
  // Somebody may have changed it since.
  if (kind !== 'comment' && isResolved !== (kind === 'resolve')) return null;
  return (
    <div class="action-line action-line-good">
      <Icon icon={CircleCheck} size={14} />
      <p>{task.done[kind]}</p>
      {kind !== 'comment' && (
        <button type="button" class="button" onClick={() => void actions.toggle(id)}>
          <Icon icon={Undo2} size={14} />
          {common.undo}
        </button>
      )}
    </div>
  );
};

/**
 * What became of acting on the task of a row: under way, done, or failed and to be tried again. It stands below the row; about a
 * comment, below that.
 */
export const TaskActionLine = ({ row, isAboutComment }: { row: ChangeRow; isAboutComment: boolean }) => {
  const action = usePage().store.actions.of(row.id);
  if (!action || isAboutComment !== (action.kind === 'comment')) return null;
  switch (action.state) {
    case 'busy':
      return <Busy row={row} action={action} />;
    case 'failed':
      return <Failed row={row} action={action} />;
    case 'done':
      return <Done row={row} action={action} />;
  }
};
