import { useState } from 'preact/hooks';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Hits } from '../../components/hits.tsx';
import { usePage } from '../../components/page-context.ts';
import { quietLine, shortFields } from '../../state/row-words.ts';
import { exactTime, rowTime } from '../../state/time-words.ts';
import { ChangeActions } from './change-actions.tsx';
import { changeElementId } from './change-element-id.ts';
import { ChangeMenuLine } from './change-menu-line.tsx';
import { FieldPair } from '../../components/field-pair.tsx';
import { ProjectSquare } from './project-square.tsx';
import { TaskActionLine } from '../task/task-action-line.tsx';
import { useSpeech } from '../../components/speech-context.ts';

const QuietLine = ({ row }: { row: ChangeRow }) => {
  const { project, organization } = row;
  const quiet = quietLine(row);
  if (quiet === '' && organization === null) return null;
  return (
    <span class="change-quiet">
      {project !== null && <ProjectSquare project={project} />}
      <span>
        {organization !== null && (
          <span class={quiet === '' ? undefined : 'change-organization'}>{organization.name}</span>
        )}{' '}
        <Hits text={quiet} />
      </span>
    </span>
  );
};

/** One change: a button that opens its task, and beside it what else can be done. */
export const ChangeItem = ({ row, isTabStop }: { row: ChangeRow; isTabStop: boolean }) => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const words = speech.messages.list;
  const { changes, actions, pane } = store;
  const { id, actor, kind, sentence, quote, at, unread } = row;
  const isSelected = changes.selected.value === id;
  const isShown = pane.row.value?.id === id;
  const fields = shortFields(row);
  const [isPointedAt, setPointedAt] = useState(false);
  const hasDraft = !isShown && row.isResolved !== null && actions.draft(id) !== '';
  return (
    <div
      class={`change${unread ? ' is-unread' : ''}${isSelected ? ' is-selected' : ''}${isShown ? ' is-shown' : ''}`}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
    >
      <div class="change-head">
        <button
          type="button"
          class="change-main"
          id={changeElementId(id)}
          tabIndex={isTabStop ? 0 : -1}
          onFocus={() => changes.select(id)}
          aria-current={isShown ? 'true' : undefined}
          onClick={(event) => store.showTask(id, event.detail === 0)}
        >
          <span class="change-dot" aria-hidden="true" />
          <Avatar actor={actor} kind={kind} />
          <span class="change-body">
            <span class="change-sentence">
              {unread && <span class="visually-hidden">{words.unread} </span>}
              <Hits text={sentence} />
            </span>
            {fields.length > 0 && (
              <span class="pairs">
                {fields.map((field) => (
                  <FieldPair key={field.field} field={field} />
                ))}
              </span>
            )}
            {quote !== null && (
              <span class="quote quote-short">
                <Hits text={quote} />
              </span>
            )}
            <QuietLine row={row} />
            {hasDraft && <span class="change-draft">{words.draft}</span>}
          </span>
          <time class="change-time" dateTime={new Date(at).toISOString()} title={exactTime(at, speech)}>
            {rowTime(at, now.value, speech)}
          </time>
        </button>
        <ChangeActions row={row} isTabStop={isTabStop} isInUse={isPointedAt || isSelected} />
      </div>
      {!isShown && <TaskActionLine row={row} isAboutComment={false} />}
      {!isShown && <ChangeMenuLine row={row} />}
    </div>
  );
};
