import { Send } from 'lucide';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { TaskActionLine } from './task-action-line.tsx';
import { useMessages } from '../../components/speech-context.ts';

/** The longest comment that the app takes. */
const mostCharacters = 10_000;

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Where a comment on the task is written. What was written stays until it is sent, also when the row is left. */
export const CommentBox = ({ row }: { row: ChangeRow }) => {
  const { id } = row;
  const { pane, actions } = usePage().store;
  const { common, keys, task } = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const draft = actions.draft(id);
  const action = actions.of(id);
  const isSending = action?.state === 'busy' && action.kind === 'comment';
  const isWanted = actions.commenting.value === id;
  useLayoutEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    actions.startedComment();
  }, [isWanted, actions]);
  const send = async (): Promise<void> => {
    if (!(await actions.comment(id))) return;
    if (document.activeElement === field.current) pane.focus();
    void pane.reload();
  };
  return (
    <form
      class="comment-box"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        class="field"
        ref={field}
        rows={2}
        maxLength={mostCharacters}
        aria-label={task.commentLabel}
        aria-describedby={hint}
        placeholder={task.writeComment}
        readOnly={isSending}
        value={draft}
        onInput={(event) => actions.write(id, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            pane.focus();
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
            event.preventDefault();
            void send();
          }
        }}
      />
      <div class="comment-foot">
        <button type="submit" class="button" aria-disabled={isSending || draft.trim() === ''}>
          <Icon icon={Send} size={14} />
          {isSending ? common.sending : task.sendComment}
        </button>
        <p class="small-print" id={hint}>
          {task.commentKeys(`${isMac() ? '⌘ ' : 'Ctrl+'}${keys.names.enter}`)}
        </p>
      </div>
      <TaskActionLine row={row} isAboutComment />
    </form>
  );
};
