import type { FieldRow } from '../../contract/index.ts';
import type { FieldEdit } from '../changes/change.ts';
import { shortDate } from './dates.ts';
import { cutAtWord, oneLine } from './plain-text.ts';

const labels: Record<FieldEdit['field'], string> = {
  name: 'Name',
  status: 'Status',
  assigned_id: 'Assignee',
  due_on: 'Due',
  urgent: 'Urgent',
  description: 'Description',
  is_private: 'Privacy',
  project_id: 'Project',
  task_list_id: 'List',
};

const statusNames: ReadonlyMap<string, string> = new Map([
  ['new', 'New'],
  ['open', 'Open'],
  ['hold', 'On hold'],
  ['resolved', 'Resolved'],
  ['rejected', 'Rejected'],
]);

const valueLength = 80;

const valueWord = (edit: FieldEdit, value: string | null, isMe: boolean, now: number): string | null => {
  if (value === null || value === '') return null;
  switch (edit.field) {
    case 'status':
      return statusNames.get(value) ?? value;
    case 'due_on':
      return shortDate(value, now);
    case 'assigned_id':
      return isMe ? 'You' : value;
    case 'urgent':
      return value === 'true' ? 'Urgent' : 'Not urgent';
    case 'is_private':
      return value === 'true' ? 'Private' : 'Visible to the project';
    case 'name':
    case 'description':
    case 'project_id':
    case 'task_list_id':
      return cutAtWord(oneLine(value), valueLength);
  }
};

/** A field before and after as people read it. */
export const fieldRow = (edit: FieldEdit, now: number): FieldRow => ({
  field: edit.field,
  label: labels[edit.field],
  before: valueWord(edit, edit.before, edit.beforeIsMe, now),
  after: valueWord(edit, edit.after, edit.afterIsMe, now),
});

/** A field's change in a few words, for the body: "due 1 Dec → 24 Dec", "marked urgent". */
export const changeOfField = (edit: FieldEdit, now: number): string => {
  if (edit.field === 'description') return 'description changed';
  if (edit.field === 'urgent') return edit.after === 'true' ? 'marked urgent' : 'no longer urgent';
  if (edit.field === 'is_private') return edit.after === 'true' ? 'made private' : 'made visible to the project';
  const { label, before, after } = fieldRow(edit, now);
  return `${label.toLowerCase()} ${before ?? 'none'} → ${after ?? 'none'}`;
};
