import { createPlural } from '../../../electron/contract/index.ts';

const plural = createPlural('en');

/** The list of changes and its rows. */
export const list = {
  label: 'Recent changes',
  loading: 'Loading…',
  loadingOlder: 'Loading older changes…',
  /** Before the sentence of a row, for whoever does not see its mark. */
  unread: 'Unread:',
  draft: 'Comment not sent yet',
  noProject: 'No project',
  markRead: 'Mark read',
  markUnread: 'Mark unread',
  openInRedbooth: 'Open in Redbooth',
  /** A field before and after, around its two values. */
  field: (label: string): string => `${label}: from`,
  to: 'to',
  none: 'none',
  /** Several that came at once, read out. */
  arrived: (count: number): string => plural(count, { one: `${count} new change`, other: `${count} new changes` }),
  fresh: (count: number): string => `${count} new`,
  /** What follows `fresh` for whoever does not see where it points. */
  freshAbove: (count: number): string => plural(count, { one: 'change above', other: 'changes above' }),
  attention: 'Needs attention',
  connectionLost: 'Connection to the app lost',
  connectionLostMeaning:
    'What you see may be out of date. If the app has stopped, start it again; this page reconnects by itself.',
};
