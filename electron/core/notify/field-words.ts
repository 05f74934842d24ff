import type { FieldRow } from '../../contract/index.ts';
import type { FieldEdit } from '../changes/change.ts';
import type { Reading } from '../reading.ts';
import { knownName } from '../redbooth/directory-port.ts';
import { shortDate } from './dates.ts';
import { cutAtWord, oneLine } from './plain-text.ts';

/** The statuses that are known (redbooth-api, Task). */
const statuses = ['new', 'open', 'hold', 'resolved', 'rejected'] as const;

const valueLength = 80;

/** A status in words; one that this app does not know as Redbooth calls it. */
export const statusWord = (status: string, { messages }: Reading): string => {
  const known = statuses.find((each) => each === status);
  return known === undefined ? status : messages.fields.statuses[known];
};

const valueWord = (edit: FieldEdit, value: string | null, isMe: boolean, reading: Reading): string | null => {
  if (value === null || value === '') return null;
  const words = reading.messages.fields;
  const short = (name: string): string => cutAtWord(oneLine(name), valueLength);
  switch (edit.field) {
    case 'status':
      return statusWord(value, reading);
    case 'due_on':
      return shortDate(value, reading);
    case 'assigned_id':
      return isMe ? words.you : (knownName('person', value) ?? words.someone);
    case 'urgent':
      return value === 'true' ? words.urgent : words.notUrgent;
    case 'is_private':
      return value === 'true' ? words.private : words.visible;
    case 'project_id':
      return short(knownName('project', value) ?? words.anotherProject);
    case 'task_list_id':
      return short(knownName('list', value) ?? words.anotherList);
    case 'name':
    case 'description':
      return short(value);
  }
};

/** A field before and after as people read it. */
export const fieldRow = (edit: FieldEdit, reading: Reading): FieldRow => ({
  field: edit.field,
  label: reading.messages.fields.labels[edit.field],
  before: valueWord(edit, edit.before, edit.beforeIsMe, reading),
  after: valueWord(edit, edit.after, edit.afterIsMe, reading),
});

/** A field's change in a few words, for the body: "due 1 Dec → 24 Dec", "marked urgent". */
export const changeOfField = (edit: FieldEdit, reading: Reading): string => {
  const words = reading.messages.fields;
  switch (edit.field) {
    case 'description':
      return words.described;
    case 'urgent':
      return edit.after === 'true' ? words.becameUrgent : words.urgentNoLonger;
    case 'is_private':
      return edit.after === 'true' ? words.becamePrivate : words.becameVisible;
    case 'name':
    case 'status':
    case 'assigned_id':
    case 'due_on':
    case 'project_id':
    case 'task_list_id': {
      const { before, after } = fieldRow(edit, reading);
      return words.steps[edit.field](before, after);
    }
  }
};
