import type { ChangeRow, HookUrl, Overview } from '../../../electron/contract/index.ts';

/** A Wednesday afternoon: samples are told relative to it. */
export const sampleNow = Date.UTC(2026, 10, 25, 17, 30, 0);

const minute = 60_000;
const hour = 60 * minute;

const chi = { userId: '501', name: 'Chi', initials: 'CN' };
const bo = { userId: '502', name: 'Bo', initials: 'BL' };
const dana = { userId: '503', name: 'Dana', initials: 'DK' };
const website = { id: '31', name: 'Website relaunch' };
const summit = { id: '32', name: 'Autumn summit' };

/** A read row with nothing special about it, changed as a test needs it. */
export const sampleRow = (part: Partial<ChangeRow> & Pick<ChangeRow, 'id'>): ChangeRow => ({
  accountId: 'a1',
  taskId: `9${part.id}`,
  taskName: part.sentence === undefined ? 'Spec' : (/“([^”]*)”(?!.*“)/.exec(part.sentence)?.[1] ?? 'Spec'),
  kind: 'updated',
  sentence: `Chi renamed “Spec v${part.id}” to “Spec”`,
  detail: 'Autumn summit',
  actor: chi,
  project: summit,
  organization: null,
  fields: [],
  quote: null,
  at: sampleNow,
  unread: false,
  told: true,
  reason: 'watched-by-you',
  why: 'You were notified because you watch the task.',
  canOpen: true,
  isResolved: false,
  snoozedUntil: null,
  ...part,
});

const older = Array.from({ length: 70 }, (_, index) =>
  sampleRow({
    id: String(80 - index),
    sentence: `Dana put “Task ${80 - index}” on hold`,
    actor: dana,
    at: sampleNow - (60 + index * 5) * hour,
    fields: [{ field: 'status', label: 'Status', before: 'Open', after: 'On hold' }],
  }),
);

/** What a busy team did, newest first. */
export const sampleRows: readonly ChangeRow[] = [
  sampleRow({
    id: '99',
    sentence: 'Chi resolved “Draft launch plan”',
    detail: 'Website relaunch · due 1 Dec → 24 Dec',
    project: website,
    at: sampleNow - 2 * minute,
    isResolved: true,
    unread: true,
    reason: 'assigned-to-you',
    why: 'You were notified because the task is assigned to you.',
    fields: [
      { field: 'status', label: 'Status', before: 'Open', after: 'Resolved' },
      { field: 'due_on', label: 'Due', before: '1 Dec', after: '24 Dec' },
    ],
  }),
  sampleRow({
    id: '98',
    sentence: 'Bo mentioned you in “Pricing page”',
    detail: '@ada can you check the numbers before we ship on Friday?',
    quote:
      '@ada can you check the numbers before we ship on Friday? The totals on the second tab look too good to be true.',
    actor: bo,
    project: website,
    at: sampleNow - 14 * minute,
    unread: true,
    reason: 'mentions-you',
    why: 'You were notified because it mentions you.',
  }),
  sampleRow({
    id: '97',
    sentence: 'Bo assigned you “Book venue”',
    detail: 'Autumn summit · due 3 Dec',
    actor: bo,
    at: sampleNow - hour,
    unread: true,
    reason: 'assigned-to-you',
    why: 'You were notified because the task is assigned to you.',
    fields: [{ field: 'assigned_id', label: 'Assignee', before: null, after: 'You' }],
  }),
  sampleRow({
    id: '96',
    sentence:
      'Dana created “Order badges for everyone who registered after the first of December, and for the speakers”',
    detail: 'Autumn summit · assigned to you · due 3 Dec',
    kind: 'created',
    actor: dana,
    at: sampleNow - 3 * hour,
  }),
  sampleRow({
    id: '95',
    sentence: '“Catering contract” changed',
    kind: 'first-seen',
    actor: null,
    at: sampleNow - 5 * hour,
    told: false,
    reason: 'filtered',
    why: 'No notification, because the task is not assigned to you, nor created or watched by you.',
  }),
  sampleRow({
    id: '94',
    sentence: '“Old banner copy” is gone',
    detail: 'Website relaunch · deleted, or no longer visible to you',
    kind: 'gone',
    actor: null,
    project: website,
    at: sampleNow - 24 * hour,
    canOpen: false,
    isResolved: null,
  }),
  sampleRow({
    id: '93',
    sentence: 'Chi renamed “Spec v1” to “Spec”',
    at: sampleNow - 30 * hour,
    fields: [{ field: 'name', label: 'Name', before: 'Spec v1', after: 'Spec' }],
  }),
  sampleRow({
    id: '92',
    sentence: 'You removed the due date of “Print posters”',
    actor: { userId: '500', name: 'You', initials: 'AP' },
    project: { id: '33', name: 'Offsite' },
    detail: 'Offsite · was 1 Dec',
    at: sampleNow - 32 * hour,
    told: false,
    reason: 'own-change',
    why: 'No notification, because you did this yourself.',
    fields: [{ field: 'due_on', label: 'Due', before: '1 Dec', after: null }],
  }),
  ...older,
];

const sampleHookUrls: readonly HookUrl[] = [
  {
    id: 'a1',
    name: 'Acme',
    url: 'https://quiet-otter-41.localtunnel.me/3qYt0b5mX1sZp8Kc7vRw2A',
    createdAt: sampleNow - 40 * 24 * hour,
    lastArrivalAt: sampleNow - 2 * minute,
    previousUntil: null,
  },
  {
    id: 'a2',
    name: 'Acme Labs',
    url: 'https://quiet-otter-41.localtunnel.me/Zc81mUq4Nf0aHs6TgYd9Xw',
    createdAt: sampleNow - 3 * 24 * hour,
    lastArrivalAt: null,
    previousUntil: sampleNow + 5 * 24 * hour,
  },
];

/** The app in good order. */
export const sampleOverview: Overview = {
  version: '0.1.0',
  host: 'headless',
  demo: false,
  language: 'en',
  timeZone: null,
  reachability: {
    state: 'online',
    sentence: 'Reachable',
    detail: 'Redbooth’s hooks arrive here as they are sent.',
    cause: null,
    provenAt: sampleNow - 20_000,
  },
  hookSource: 'tunnel',
  account: {
    id: 'a1',
    state: 'signed-in',
    user: 'Ada Park',
    sentence: 'Signed in as Ada Park',
    canSignOut: true,
    isFromEnvironment: false,
    signIn: { state: 'idle' },
  },
  hookUrls: [...sampleHookUrls],
  hooksPage: 'https://redbooth.com/app/organization/77/web_hooks',
  unread: 3,
  pause: { state: 'running' },
  quiet: null,
  notificationMute: null,
  notices: [],
  welcomed: true,
  updates: { status: { state: 'unsupported', obstacle: 'headless' }, checksDaily: true, checkedAt: null },
};

/** The app in every kind of trouble at once. */
export const troubledOverview: Overview = {
  ...sampleOverview,
  demo: true,
  reachability: {
    state: 'offline',
    sentence: 'Not reachable',
    detail:
      'The tunnel server does not answer. Changes still arrive by asking Redbooth every 15 minutes. Trying again in 12 s.',
    cause: 'server-unreachable',
    provenAt: sampleNow - 2 * hour,
  },
  account: {
    ...sampleOverview.account,
    state: 'expired',
    sentence: 'Redbooth asks you to sign in again',
  },
  pause: { state: 'paused', until: sampleNow + 25 * minute },
  notices: [
    {
      id: 'hook-url-changed',
      tone: 'warn',
      title: 'Your hook URL changed',
      body: 'Hooks do not reach you until an administrator pastes the new URL into Redbooth.',
      actions: ['copy-hook-url', 'open-hooks-page', 'show-hook-urls', 'show-tunnel', 'test-reachability'],
    },
    {
      id: 'signed-out',
      tone: 'bad',
      title: 'Tasks changed; sign in to see which',
      body: 'Redbooth asks you to sign in again.',
      actions: ['sign-in'],
    },
    {
      id: 'interrupted',
      tone: 'info',
      title: '2 notifications may not have been shown',
      body: 'The app was stopped while it showed them. Their changes are unread in the list.',
      actions: ['dismiss'],
    },
  ],
};

/** The app asks Redbooth by itself, without a hook. */
export const pollingOverview: Overview = {
  ...sampleOverview,
  hookSource: 'polling',
  reachability: {
    state: 'polling',
    sentence: 'Asks every minute',
    detail: 'The app asks Redbooth every minute what changed. No hook and no administrator is needed.',
    cause: null,
    provenAt: null,
  },
};

/** The same rows for somebody who belongs to several organisations. */
export const rowsOfTwoOrganizations: readonly ChangeRow[] = sampleRows.map((row, index) => ({
  ...row,
  organization: index % 2 === 0 ? { id: '77', name: 'Acme' } : { id: '78', name: 'Acme Laboratories' },
}));

/** A long history: `count` rows of different heights, newest first. */
export const manyRows = (count: number): readonly ChangeRow[] =>
  Array.from({ length: count }, (_, index) => {
    const id = count - index;
    return sampleRow({
      id: String(id),
      sentence: `Dana put “Task ${id}” on hold`,
      actor: dana,
      at: sampleNow - index * 10 * minute,
      quote: id % 3 === 0 ? `A comment on task ${id}. ${'It goes on for a while. '.repeat(id % 5)}` : null,
      fields: id % 2 === 0 ? [{ field: 'status', label: 'Status', before: 'Open', after: 'On hold' }] : [],
    });
  });

/** Nobody has connected anything yet: a hook URL, and no hook. */
export const nothingYet = {
  overview: { ...sampleOverview, unread: 0, hookUrls: sampleOverview.hookUrls.slice(1) },
  rows: [],
};
