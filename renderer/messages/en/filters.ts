import { type RuleSubject, createPlural } from '../../../electron/contract/index.ts';

const plural = createPlural('en');

/** What a change is about, as something to look for. */
const subjects: Readonly<Record<RuleSubject, string>> = {
  assigned: 'Assignments',
  mention: 'Mentions',
  comment: 'Comments',
  status: 'Status',
  'due-date': 'Due dates',
  urgent: 'Urgency',
  created: 'New tasks',
  deleted: 'Gone tasks',
  other: 'Anything else',
};

/** What narrows the list, and marking it read. */
export const filters = {
  show: 'Show',
  unread: (count: number): string => (count > 0 ? `Unread ${count}` : 'Unread'),
  all: 'All',
  markAllRead: 'Mark all read',
  markedAllRead: 'Marked all read',
  /** Read out once it is so. */
  allRead: 'All changes are marked read',
  unreadAgain: 'Unread again',
  searchAndFilter: 'Search and filter',
  searchLabel: 'Search the changes',
  search: 'Search',
  label: 'Filters',
  fromNotification: 'From a notification',
  oneTask: 'One task',
  /** After what the list is narrowed to: what its button does. */
  showAllAgain: ': show all again',
  project: 'Project',
  anyProject: 'Any project',
  oneProject: 'One project',
  person: 'Person',
  anyone: 'Anyone',
  onePerson: 'One person',
  subject: 'Subject',
  anySubject: 'Any subject',
  subjects,
  group: 'Group',
  groups: { day: 'By day', project: 'By project', task: 'By task' },
  clear: 'Clear',
  nothingFound: 'Nothing found',
  found: (count: number): string => plural(count, { one: `${count} change found`, other: `${count} changes found` }),
};
