import { expect, test } from 'vitest';
import { type NoticeSituation, noticesOf } from '../../../electron/core/page/notices.ts';
import { english } from '../../../electron/messages/en/index.ts';
import { anAccountView } from '../../fakes/account.ts';
import { describeReachability } from '../../../electron/core/tunnel/reachability-words.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = Date.UTC(2026, 10, 23, 9);
const online = describeReachability(
  { state: 'online', url: 'https://a.test', cause: null, provenAt: now },
  'tunnel',
  english,
);
const lost = describeReachability(
  { state: 'name-lost', url: null, cause: 'name-taken', provenAt: null },
  'tunnel',
  english,
);
const off = describeReachability({ state: 'off', url: null, cause: null, provenAt: null }, 'tunnel', english);
const polling = describeReachability({ state: 'off', url: null, cause: null, provenAt: null }, 'polling', english);
const pending = { before: 'https://a.test', url: 'https://b.test', isLost: true, isTold: true, isDismissed: false };
const hookUrl = { id: 'a', name: 'Design', previousUntil: null, isPreviousUsed: false };

const situation = (part: Partial<NoticeSituation> = {}): NoticeSituation => ({
  account: anAccountView(),
  reachability: online,
  hookUrls: [hookUrl],
  pendingChange: null,
  isApiFailing: false,
  missingHooks: null,
  interrupted: 0,
  isTrayMissing: false,
  blockedNotifications: null,
  canOpenNotificationSettings: true,
  storageTrouble: null,
  newHistory: null,
  team: null,
  updateStatus: { state: 'idle' },
  reading: readingAt(now),
  ...part,
});
const account = (state: 'expired' | 'signed-out') => anAccountView({ state, user: null, canSignOut: false });

test.for([
  ['all is well', {}, []],
  ['the token has expired', { account: account('expired') }, ['signed-out bad']],
  ['nobody is signed in', { account: account('signed-out') }, ['signed-out warn']],
  ['the API fails', { isApiFailing: true }, ['api-failing warn']],
  [
    'the API fails before it is known who signs in',
    { account: account('signed-out'), isApiFailing: true },
    ['api-failing warn'],
  ],
  ['the API fails and the token has expired', { account: account('expired'), isApiFailing: true }, ['signed-out bad']],
  ['the name is lost and no other was granted', { reachability: lost }, ['name-lost bad']],
  ['there is a new address', { pendingChange: pending }, ['hook-url-changed bad']],
  [
    'there is a new address that is not proven yet',
    { reachability: lost, pendingChange: pending },
    ['hook-url-changed bad'],
  ],
  [
    'a new address is not known yet',
    { reachability: lost, pendingChange: { ...pending, url: null } },
    ['name-lost bad'],
  ],
  ['the new address was taken note of', { pendingChange: { ...pending, isDismissed: true } }, []],
  ['an old address was replaced', { hookUrls: [{ ...hookUrl, previousUntil: now + 1 }] }, []],
  ['notifications may not have been shown', { interrupted: 2 }, ['interrupted info']],
  ['the desktop shows no tray icon', { isTrayMissing: true }, ['no-tray info']],
  ['the disk is full', { storageTrouble: 'full' }, ['storage bad']],
  [
    'a new history was begun with the same hook URL',
    { newHistory: { keptAs: 'history.sqlite.broken-1', isAddressKept: true } },
    ['new-history warn'],
  ],
  [
    'a new history was begun, and its hook URL could not be kept',
    { newHistory: { keptAs: 'history.sqlite.broken-1', isAddressKept: false } },
    ['new-history bad'],
  ],
  ['the system shows no notifications', { blockedNotifications: 'timeout' }, ['notifications-blocked bad']],
  [
    'an old address is still in use',
    { hookUrls: [{ ...hookUrl, previousUntil: now + 1, isPreviousUsed: true }] },
    ['old-hook-url-a warn'],
  ],
  ['no hook arrives any more', { missingHooks: { tasks: 3, isFirst: false } }, ['hooks-missing warn']],
  ['no hook has ever arrived', { missingHooks: { tasks: 3, isFirst: true } }, ['hooks-missing warn']],
  [
    'no hook arrives, as the address is another one',
    { missingHooks: { tasks: 3, isFirst: false }, pendingChange: pending },
    ['hook-url-changed bad'],
  ],
  ['no hook arrives, as the tunnel is off', { missingHooks: { tasks: 3, isFirst: false }, reachability: off }, []],
  [
    'the app polls, hooks are nobody’s concern',
    {
      missingHooks: { tasks: 3, isFirst: false },
      pendingChange: pending,
      hookUrls: [{ ...hookUrl, previousUntil: now + 1, isPreviousUsed: true }],
      reachability: polling,
    },
    [],
  ],
  [
    'there is all of it, the most urgent comes first',
    {
      account: account('expired'),
      reachability: lost,
      hookUrls: [{ ...hookUrl, previousUntil: now + 1, isPreviousUsed: true }],
      interrupted: 2,
    },
    ['signed-out bad', 'name-lost bad', 'old-hook-url-a warn', 'interrupted info'],
  ],
] as const)('when %s: %o', ([, part, notices]) => {
  expect(noticesOf(situation(part)).map(({ id, tone }) => `${id} ${tone}`)).toEqual(notices);
});

test.for([
  [1, 'One notification may not have been shown'],
  [3, '3 notifications may not have been shown'],
] as const)('%d interrupted are counted in words', ([interrupted, title]) => {
  expect(noticesOf(situation({ interrupted }))[0]?.title).toBe(title);
});

test('every notice says what to do, in words or by a button', () => {
  const all = noticesOf(
    situation({
      account: account('expired'),
      pendingChange: pending,
      hookUrls: [{ ...hookUrl, previousUntil: now + 7 * 86_400_000, isPreviousUsed: true }],
      interrupted: 1,
    }),
  );
  expect(all.map(({ title, actions }) => [title, actions])).toEqual([
    ['Redbooth asks you to sign in again', ['sign-in']],
    ['Your hook URL changed', ['copy-hook-url', 'open-hooks-page', 'dismiss']],
    ['Redbooth still uses the old hook URL', ['copy-hook-url', 'open-hooks-page', 'dismiss']],
    ['One notification may not have been shown', ['dismiss']],
  ]);
  expect(all[2]?.body).toBe(
    'The old address of “Design” works until 30 Nov. Paste the new one into Redbooth before then.',
  );
});

test('the button that copies is there for the first hook URL only, which is the one it copies', () => {
  const used = { previousUntil: now + 1, isPreviousUsed: true };
  const [first, second] = noticesOf(
    situation({
      hookUrls: [
        { ...hookUrl, ...used },
        { ...hookUrl, ...used, id: 'b' },
      ],
    }),
  );
  expect(first?.actions).toContain('copy-hook-url');
  expect(second?.actions).toEqual(['show-hook-urls', 'open-hooks-page', 'dismiss']);
});

test('a change of several hook URLs leads to all of them too', () => {
  const [notice] = noticesOf(situation({ pendingChange: pending, hookUrls: [hookUrl, { ...hookUrl, id: 'b' }] }));
  expect(notice?.actions).toEqual(['copy-hook-url', 'show-hook-urls', 'open-hooks-page', 'dismiss']);
});

test.for([
  [true, 'No hook has arrived yet'],
  [false, 'Hooks do not arrive any more'],
] as const)('missing hooks are told in words for the first time (%s) or later', ([isFirst, title]) => {
  const [notice] = noticesOf(situation({ missingHooks: { tasks: 3, isFirst } }));
  expect(notice).toMatchObject({
    title,
    body: expect.stringMatching(/^[^!]*\.$/),
    actions: ['copy-hook-url', 'open-hooks-page', 'poll-instead', 'dismiss'],
  });
});

test.for([
  ['unsupported', 'This desktop has no service for notifications.'],
  ['timeout', 'The system took the last ones and did not show them.'],
  [
    'WinAPI: Show failed, ERROR Notification failed - Settings prevent the notification from being delivered.',
    'They are switched off in the system’s settings.',
  ],
  ['refused', 'The system refused the last ones.'],
] as const)('notifications that are not shown for “%s” say so in plain words', ([reason, words]) => {
  const [notice] = noticesOf(situation({ blockedNotifications: reason }));
  expect(notice?.body.startsWith(`${words} `)).toBe(true);
  expect(notice?.body).toContain('send a test notification.');
  expect(notice?.actions).toEqual(['open-notification-settings', 'test-notification', 'dismiss']);
});

test('the system’s settings are offered only where the app can open them', () => {
  const [notice] = noticesOf(situation({ blockedNotifications: 'timeout', canOpenNotificationSettings: false }));
  expect(notice?.actions).toEqual(['test-notification', 'dismiss']);
});
