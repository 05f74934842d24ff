import { BellOff, Clock, Mail, MailOpen, Settings2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { ChangeRow, Failure } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Popover } from '../../components/popover.tsx';
import { muteChoices, muteSubjects, snoozeChoices } from '../../state/row-menu-words.ts';
import { changeElementId } from './change-element-id.ts';
import { placeOfReason } from '../settings/settings-places.ts';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages, useSpeech } from '../../components/speech-context.ts';

type Properties = {
  label: string;
  /** What is said of it where one hears it alone. */
  name: string;
  choices: readonly { readonly words: string; readonly minutes: number | null }[];
  start?: string | undefined;
  choose: (minutes: number | null) => void;
};

const Line = ({ label, name, choices, start, choose }: Properties) => {
  return (
    <div class="menu-line" role="group" aria-label={name} data-line>
      {label !== '' && (
        <p class="menu-line-label" title={label}>
          {label}
        </p>
      )}
      <div class="menu-choices">
        {choices.map((choice, index) => (
          <button
            key={choice.words}
            type="button"
            class="chip"
            data-start={index === 0 ? start : undefined}
            onClick={() => choose(choice.minutes)}
          >
            {choice.words}
          </button>
        ))}
      </div>
    </div>
  );
};

const Why = ({ row, show }: { row: ChangeRow; show: ShowView }) => {
  const { rowMenu } = usePage().store;
  const messages = useMessages();
  const { place, words } = placeOfReason(row.reason, messages);
  return (
    <div class="menu-part menu-why" data-line>
      <p class="label">{messages.rowMenu.why}</p>
      <p>{row.why}</p>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          // First, so that the focus comes back to the row when the settings close.
          rowMenu.close();
          show('settings', place);
        }}
      >
        <Icon icon={Settings2} size={14} />
        {words}
      </button>
    </div>
  );
};

const Menu = ({ row, show }: { row: ChangeRow; show: ShowView }) => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const { list, rowMenu: words } = speech.messages;
  const { rowMenu } = store;
  const [failure, setFailure] = useState<Failure | null>(null);
  const finish = async (act: Promise<Failure | null>): Promise<void> => {
    setFailure(null);
    const refused = await act;
    if (refused === null) rowMenu.close();
    else setFailure(refused);
  };
  return (
    <>
      {failure !== null && (
        <p class="menu-part field-failure" role="alert">
          {failure.message}
        </p>
      )}
      <div class="menu-part">
        <p class="label menu-label">
          <Icon icon={Clock} size={12} />
          {words.snooze}
        </p>
        <Line
          label=""
          name={words.snooze}
          choices={snoozeChoices(now.value, store.overview.value?.timeZone ?? null, speech)}
          start="snooze"
          choose={(minutes) => minutes !== null && void finish(rowMenu.snooze(row, minutes, now.value))}
        />
      </div>
      <div class="menu-part">
        <p class="label menu-label">
          <Icon icon={BellOff} size={12} />
          {words.mute}
        </p>
        {muteSubjects(row).map(({ kind, name }, index) => (
          <Line
            key={kind}
            label={kind === 'task' ? words.thisTask : name}
            name={words.muteNamed(kind, name)}
            choices={muteChoices(speech)}
            start={index === 0 ? 'mute' : undefined}
            choose={(minutes) => void finish(rowMenu.mute(row, kind, minutes, now.value))}
          />
        ))}
      </div>
      <div class="menu-part" data-line>
        <button
          type="button"
          class="menu-item"
          onClick={() => {
            rowMenu.close();
            void (row.unread ? store.markRead(row.id) : store.markUnread(row.id));
          }}
        >
          <Icon icon={row.unread ? MailOpen : Mail} size={14} />
          {row.unread ? list.markRead : list.markUnread}
        </button>
      </div>
      <Why row={row} show={show} />
    </>
  );
};

/** The menu of a row, wherever it was opened from. */
export const ChangeMenuPopover = ({ show }: { show: ShowView }) => {
  const { row: rowOf, rowMenu } = usePage().store;
  const { label } = useMessages().rowMenu;
  const opened = rowMenu.opened.value;
  const row = opened && rowOf(opened.id);
  if (opened === null || row === null) return null;
  const { activeElement } = document;
  const focused = activeElement === document.body ? null : activeElement;
  const anchor = focused ?? document.getElementById(changeElementId(row.id)) ?? document.body;
  return (
    <Popover
      key={row.id}
      label={label}
      anchor={anchor}
      isStart={(button) => button.dataset['start'] === opened.start}
      close={rowMenu.close}
    >
      <Menu row={row} show={show} />
    </Popover>
  );
};
