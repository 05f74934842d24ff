import type { Account, Notice, Reachability } from '../../contract/index.ts';
import type { MissingHooks } from '../hooks/arrival-watch.ts';
import type { PendingChange } from '../hooks/hook-url-change.ts';
import type { HookUrlRecord } from '../hooks/hook-urls.ts';
import type { NewHistory } from '../database/open-history.ts';
import type { StorageTrouble } from '../database/storage-trouble.ts';
import { isNobodySignedIn } from './account-view.ts';
import { blockedWords } from './blocked-words.ts';
import { newHistoryNotice, storageNotice } from './storage-notices.ts';
import { shortDay } from '../notify/dates.ts';

export type NoticeSituation = {
  readonly account: Account;
  readonly reachability: Reachability;
  readonly hookUrls: readonly Pick<HookUrlRecord, 'id' | 'name' | 'previousUntil' | 'isPreviousUsed'>[];
  readonly pendingChange: PendingChange | null;
  readonly isApiFailing: boolean;
  /** Tasks change, and no hook tells of it. */
  readonly missingHooks: MissingHooks | null;
  readonly interrupted: number;
  /** Whether the host should have an icon in the tray, and the desktop shows none. */
  readonly isTrayMissing: boolean;
  /** Why the system does not show notifications; null while it does. */
  readonly blockedNotifications: string | null;
  readonly canOpenNotificationSettings: boolean;
  /** Why nothing can be stored; null while it can. */
  readonly storageTrouble: StorageTrouble | null;
  readonly newHistory: NewHistory | null;
  /** In ms since 1970. */
  readonly now: number;
};

/** What needs a person, most urgent first. */
export const noticesOf = (situation: NoticeSituation): readonly Notice[] => [
  ...storageNotice(situation.storageTrouble),
  ...newHistoryNotice(situation.newHistory),
  ...accountNotices(situation),
  ...blockedNotices(situation),
  // While the app polls, nothing depends on a hook URL.
  ...(situation.reachability.state === 'polling' ? [] : hookNotices(situation)),
  ...interruptedNotices(situation),
  ...trayNotices(situation),
];

const hookNotices = (situation: NoticeSituation): readonly Notice[] => [
  ...tunnelNotices(situation),
  ...rotationNotices(situation),
  ...missingNotices(situation),
];

const accountNotices = ({ account, isApiFailing }: NoticeSituation): readonly Notice[] => {
  if (account.state === 'expired')
    return [
      {
        id: 'signed-out',
        tone: 'bad',
        title: 'Redbooth asks you to sign in again',
        body: account.isFromEnvironment
          ? 'Changes are kept and shown once you are signed in. Start the app with a fresh access token.'
          : 'Changes are kept and shown once you are signed in.',
        actions: account.isFromEnvironment ? [] : ['sign-in'],
      },
    ];
  if (isApiFailing)
    return [
      {
        id: 'api-failing',
        tone: 'warn',
        title: 'Redbooth does not answer',
        body: 'Hooks are kept, and you get a summary as soon as it answers again. Trying again on its own.',
        actions: [],
      },
    ];
  if (account.state === 'signed-out' && isNobodySignedIn(account))
    return [
      {
        id: 'signed-out',
        tone: 'warn',
        title: 'Not signed in',
        body: 'Hooks are kept, but what changed cannot be read until you sign in.',
        actions: ['sign-in'],
      },
    ];
  return [];
};

/** The page copies the first hook URL; of several, all have changed. */
const several = ['show-hook-urls'] as const;

const tunnelNotices = ({ reachability, pendingChange, hookUrls }: NoticeSituation): readonly Notice[] => {
  if (pendingChange !== null && pendingChange.url !== null)
    return pendingChange.isDismissed
      ? []
      : [
          {
            id: 'hook-url-changed',
            tone: 'bad',
            title: 'Your hook URL changed',
            body: 'Hooks do not reach you until an administrator pastes the new URL into Redbooth. Until then, changes arrive by asking Redbooth now and then.',
            actions: ['copy-hook-url', ...(hookUrls.length > 1 ? several : []), 'open-hooks-page', 'dismiss'],
          },
        ];
  if (reachability.state !== 'name-lost') return [];
  return [
    {
      id: 'name-lost',
      tone: 'bad',
      title: 'Your hook URL is taken',
      body: `${reachability.detail ?? ''} Asking for the address again on its own.`.trim(),
      actions: ['test-reachability', 'show-tunnel'],
    },
  ];
};

const rotationNotices = ({ hookUrls, now }: NoticeSituation): readonly Notice[] =>
  hookUrls.flatMap(({ id, name, previousUntil, isPreviousUsed }, index): Notice[] =>
    previousUntil === null || !isPreviousUsed
      ? []
      : [
          {
            id: `old-hook-url-${id}`,
            tone: 'warn',
            title: 'Redbooth still uses the old hook URL',
            body: `The old address of “${name}” works until ${shortDay(previousUntil, now)}. Paste the new one into Redbooth before then.`,
            // The page copies the first hook URL.
            actions: [index === 0 ? 'copy-hook-url' : 'show-hook-urls', 'open-hooks-page', 'dismiss'],
          },
        ],
  );

const missingNotices = ({
  missingHooks,
  pendingChange,
  reachability,
  hookUrls,
}: NoticeSituation): readonly Notice[] => {
  // One that says why comes first.
  if (missingHooks === null || pendingChange !== null || reachability.state === 'name-lost') return [];
  if (reachability.state === 'off') return [];
  return [
    {
      id: 'hooks-missing',
      tone: 'warn',
      ...(missingHooks.isFirst
        ? {
            title: 'No hook has arrived yet',
            body: 'Tasks changed in the meantime, and the app found out by asking Redbooth now and then. To know at once, have an administrator add your hook URL in Redbooth, or have the app ask every minute.',
          }
        : {
            title: 'Hooks do not arrive any more',
            body: `${missingHooks.tasks} tasks changed, and Redbooth sent no hook though your hook URL can be reached. The hook was probably removed, or has an old URL. Until it is set right, changes arrive by asking Redbooth now and then.`,
          }),
      actions: ['copy-hook-url', ...(hookUrls.length > 1 ? several : []), 'open-hooks-page', 'poll-instead', 'dismiss'],
    },
  ];
};

const blockedNotices = ({ blockedNotifications, canOpenNotificationSettings }: NoticeSituation): readonly Notice[] =>
  blockedNotifications === null
    ? []
    : [
        {
          id: 'notifications-blocked',
          tone: 'bad',
          title: 'Notifications are not shown',
          body: blockedWords(blockedNotifications),
          actions: [
            ...(canOpenNotificationSettings ? (['open-notification-settings'] as const) : []),
            'test-notification',
            'dismiss',
          ],
        },
      ];

const interruptedNotices = ({ interrupted }: NoticeSituation): readonly Notice[] => {
  if (interrupted === 0) return [];
  const many = interrupted === 1 ? 'One notification' : `${interrupted} notifications`;
  return [
    {
      id: 'interrupted',
      tone: 'info',
      title: `${many} may not have been shown`,
      body: 'The app was stopped before it could be sure. Their changes are unread in the list.',
      actions: ['dismiss'],
    },
  ];
};

const trayNotices = ({ isTrayMissing }: NoticeSituation): readonly Notice[] =>
  isTrayMissing
    ? [
        {
          id: 'no-tray',
          tone: 'info',
          title: 'This desktop shows no tray icon',
          body: 'Closing the window leaves the app running, so you still get notifications. Start it again to get the window back; Ctrl+Q in the window quits. On GNOME, the extension “AppIndicator” brings the icon.',
          actions: ['dismiss'],
        },
      ]
    : [];
