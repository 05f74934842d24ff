import { ArrowLeft, BellOff, CircleCheck, ExternalLink, Mail, MailOpen, RotateCcw, X } from 'lucide';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { Trouble } from '../../components/trouble.tsx';
import { Unanswered } from '../../components/unanswered.tsx';
import { ChangeDetails } from './change-details.tsx';
import { ChangeMenu } from '../changes/change-menu.tsx';
import { ChangeMenuLine } from '../changes/change-menu-line.tsx';
import { DetailComments } from './detail-comments.tsx';
import { DetailHistory } from './detail-history.tsx';
import { DetailHooks } from './detail-hooks.tsx';
import { DetailTask } from './detail-task.tsx';
import { TaskActionLine } from './task-action-line.tsx';
import { useMessages } from '../../components/speech-context.ts';

const titleId = 'detail-title';

const Acts = ({ row }: { row: ChangeRow }) => {
  const { store } = usePage();
  const { actions } = store;
  const { list, rowMenu, task } = useMessages();
  const { id, canOpen, isResolved, unread } = row;
  return (
    <div class="button-row detail-acts">
      {canOpen && (
        <button type="button" class="button" onClick={() => void store.openChange(id)}>
          <Icon icon={ExternalLink} size={14} />
          {list.openInRedbooth}
        </button>
      )}
      {isResolved !== null && (
        <button
          type="button"
          class="button"
          aria-disabled={actions.of(id)?.state === 'busy'}
          onClick={() => void actions.toggle(id)}
        >
          <Icon icon={isResolved ? RotateCcw : CircleCheck} size={14} />
          {isResolved ? task.reopen : task.resolve}
        </button>
      )}
      <IconButton
        icon={unread ? MailOpen : Mail}
        label={unread ? list.markRead : list.markUnread}
        click={() => void (unread ? store.markRead(id) : store.markUnread(id))}
      />
      <IconButton icon={BellOff} label={rowMenu.mute} click={() => store.rowMenu.open(id, 'mute')} />
      <ChangeMenu row={row} />
    </div>
  );
};

const Task = ({ row }: { row: ChangeRow }) => {
  const { pane } = usePage().store;
  const { reading } = useMessages().task;
  const answer = pane.answer.value;
  const detail = answer.state === 'ready' ? answer.detail : null;
  return (
    <>
      {answer.state === 'ready' ? (
        <DetailTask detail={answer.detail} />
      ) : (
        <div class="detail-part">
          <Unanswered answer={answer} words={reading} reload={pane.reload} />
        </div>
      )}
      <DetailComments detail={detail} row={row} />
      {detail !== null && <DetailHistory history={detail.history} shownId={row.id} />}
      {detail !== null && <DetailHooks hooks={detail.hooks} />}
    </>
  );
};

/** Keeps the field that is being written in where it is in the window, while what stands above it is read or changes. */
const useHeldField = (root: RefObject<HTMLElement | null>): void => {
  const { activeElement } = document;
  const isWriting = activeElement instanceof HTMLTextAreaElement && root.current?.contains(activeElement) === true;
  const top = isWriting ? activeElement.getBoundingClientRect().top : null;
  useLayoutEffect(() => {
    if (top !== null && activeElement !== null && activeElement.isConnected)
      root.current?.scrollBy({ top: activeElement.getBoundingClientRect().top - top, behavior: 'instant' });
  });
};

/** The task of a change in full: beside the list where there is room, else over it. */
export const DetailPane = ({ isOver }: { isOver: boolean }) => {
  const { store } = usePage();
  const { pane } = store;
  const { common, task } = useMessages();
  const row = pane.row.value;
  const title = useRef<HTMLHeadingElement>(null);
  const root = useRef<HTMLElement>(null);
  const isOpen = row !== null;
  useHeldField(root);
  useLayoutEffect(() => {
    if (!isOpen || (!pane.wantsFocus.value && !isOver)) return;
    // A comment that is begun takes the focus itself.
    if (store.actions.commenting.value === null && !root.current?.contains(document.activeElement))
      title.current?.focus();
  }, [isOpen, isOver, pane, store]);
  const wantsFocus = pane.wantsFocus.value;
  useLayoutEffect(() => {
    if (!wantsFocus) return;
    title.current?.focus();
    pane.focused();
  }, [wantsFocus, pane]);
  const shownTask = row?.taskId;
  useLayoutEffect(() => root.current?.scrollTo(0, 0), [shownTask]);
  if (row === null) return null;
  const answer = pane.answer.value;
  const name = answer.state === 'ready' ? answer.detail.name : row.taskName;
  return (
    <section class="detail" aria-labelledby={titleId} ref={root}>
      <header class="detail-head">
        <div class="detail-title-row">
          {isOver && <IconButton icon={ArrowLeft} label={task.back} click={store.hideTask} />}
          <h2 class="title detail-title" id={titleId} ref={title} tabIndex={-1}>
            {name}
          </h2>
          {!isOver && <IconButton icon={X} label={common.close} click={store.hideTask} />}
        </div>
        <Acts row={row} />
        {/* The list, which tells it else, lies under this. */}
        {isOver && <Trouble />}
      </header>
      <TaskActionLine row={row} isAboutComment={false} />
      <ChangeMenuLine row={row} />
      <div class="detail-part">
        <h3 class="label">{task.thisChange}</h3>
        <ChangeDetails row={row} />
      </div>
      <Task row={row} />
    </section>
  );
};
