import type { ChangeRow } from '../../electron/contract/index.ts';

/** A change as a row of the list. */
export const aRow = (part: Partial<ChangeRow> = {}): ChangeRow => ({
  id: '1',
  accountId: '1',
  taskId: '7',
  taskName: 'Book venue',
  kind: 'created',
  sentence: 'Bo created “Book venue”',
  detail: 'Autumn summit',
  actor: null,
  project: null,
  organization: null,
  fields: [],
  quote: null,
  at: 0,
  unread: false,
  told: true,
  reason: '',
  why: 'Told because you watch it',
  canOpen: true,
  snoozedUntil: null,
  isResolved: null,
  ...part,
});
