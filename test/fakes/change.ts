import type { Change, ChangeAccount, FieldEdit, NamedPerson, NewChange } from '../../electron/core/changes/change.ts';
import { longAgo } from './task.ts';

export const ana: NamedPerson = { userId: '1', name: 'Ana', fullName: 'Ana Abel' };
export const bo: NamedPerson = { userId: '2', name: 'Bo', fullName: 'Bo Berg' };
export const chi: NamedPerson = { userId: '3', name: 'Chi', fullName: 'Chi Chen' };

/** One field before and after, in people's words. */
export const anEdit = (field: FieldEdit['field'], part: Partial<FieldEdit> = {}): FieldEdit => ({
  field,
  before: null,
  after: null,
  beforeIsMe: false,
  afterIsMe: false,
  ...part,
});

/** What is told of a change: by Bo, of a task that does not concern the user. */
export const anAccount = (part: Partial<ChangeAccount> = {}): ChangeAccount => ({
  title: 'Book venue',
  project: { id: '10', name: 'Autumn summit' },
  organizationId: '4',
  url: 'https://redbooth.com/a/#!/projects/10/tasks/7',
  actor: bo,
  isOwn: false,
  edits: [],
  comment: null,
  assignee: null,
  dueOn: null,
  relation: { assigned: false, wasAssigned: false, created: false, watching: false },
  ...part,
});

/** A change about to be recorded. */
export const aNewChange = (account: Partial<ChangeAccount> = {}, part: Partial<NewChange> = {}): NewChange => ({
  kind: 'updated',
  source: 'hook',
  happenedAt: longAgo,
  account: anAccount(account),
  ...part,
});

/** A recorded change. */
export const aChange = (account: Partial<ChangeAccount> = {}, part: Partial<Change> = {}): Change => ({
  ...aNewChange(account),
  id: '1',
  accountId: '1',
  taskId: '7',
  hookIds: ['1'],
  lastHookId: 1,
  recordedAt: longAgo,
  decision: null,
  readAt: null,
  ...part,
});
