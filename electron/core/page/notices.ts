import type { Account, Notice, Reachability, UpdatesOverview } from '../../contract/index.ts';
import type { MissingHooks } from '../hooks/arrival-watch.ts';
import type { PendingChange } from '../hooks/hook-url-change.ts';
import type { HookUrlRecord } from '../hooks/hook-urls.ts';
import type { NewHistory } from '../database/open-history.ts';
import type { StorageTrouble } from '../database/storage-trouble.ts';
import { isNobodySignedIn } from './account-view.ts';
import { blockedWords } from './blocked-words.ts';
import { type TeamSituation, teamNotices } from './team-notices.ts';
import { newHistoryNotice, storageNotice } from './storage-notices.ts';
import { shortDay } from '../notify/dates.ts';
import type { Reading } from '../reading.ts';
import { updateNotices } from './update-view.ts';

export type NoticeSituation = {
  readonly account: Account;
  readonly reachability: Reachability;
  /** Null: hooks do not come by the team's stream. */
  readonly team: TeamSituation | null;
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
  readonly updateStatus: UpdatesOverview['status'];
  readonly reading: Reading;
};

/** What needs a person, most urgent first. */
export const noticesOf = (situation: NoticeSituation): readonly Notice[] => [
  ...storageNotice(situation.storageTrouble, situation.reading.messages.storageNotices),
  ...newHistoryNotice(situation.newHistory, situation.reading.messages.storageNotices),
  ...accountNotices(situation),
  ...blockedNotices(situation),
  // While the app polls, nothing depends on a hook URL.
  // Neither does anything while hooks come by the team’s stream.
  ...(situation.reachability.state === 'polling' || situation.team !== null ? [] : hookNotices(situation)),
  ...(situation.team === null ? [] : teamNotices(situation.team, situation.reading.messages)),
  ...interruptedNotices(situation),
  ...trayNotices(situation),
  ...updateNotices(situation.updateStatus, situation.reading.messages.updates),
];

const hookNotices = (situation: NoticeSituation): readonly Notice[] => [
  ...tunnelNotices(situation),
  ...rotationNotices(situation),
  ...missingNotices(situation),
];

const accountNotices = ({ account, isApiFailing, reading }: NoticeSituation): readonly Notice[] => {
  const { notices: words } = reading.messages;
  if (account.state === 'expired')
    return [
      {
        id: 'signed-out',
        tone: 'bad',
        title: words.signInAgain,
        body: account.isFromEnvironment ? words.freshTokenBody : words.signInAgainBody,
        actions: account.isFromEnvironment ? [] : ['sign-in'],
      },
    ];
  if (isApiFailing)
    return [
      {
        id: 'api-failing',
        tone: 'warn',
        title: words.apiFailing,
        body: words.apiFailingBody,
        actions: [],
      },
    ];
  if (account.state === 'signed-out' && isNobodySignedIn(account))
    return [
      {
        id: 'signed-out',
        tone: 'warn',
        title: words.signedOut,
        body: words.signedOutBody,
        actions: ['sign-in'],
      },
    ];
  return [];
};

/** The page copies the first hook URL; of several, all have changed. */
const several = ['show-hook-urls'] as const;

const tunnelNotices = ({ reachability, pendingChange, hookUrls, reading }: NoticeSituation): readonly Notice[] => {
  const { notices: words } = reading.messages;
  if (pendingChange !== null && pendingChange.url !== null)
    return pendingChange.isDismissed
      ? []
      : [
          {
            id: 'hook-url-changed',
            tone: 'bad',
            title: words.hookUrlChanged,
            body: words.hookUrlChangedBody,
            actions: ['copy-hook-url', ...(hookUrls.length > 1 ? several : []), 'open-hooks-page', 'dismiss'],
          },
        ];
  if (reachability.state !== 'name-lost') return [];
  return [
    {
      id: 'name-lost',
      tone: 'bad',
      title: words.hookUrlTaken,
      body: `${reachability.detail ?? ''} ${words.askingAgain}`.trim(),
      actions: ['test-reachability', 'show-tunnel'],
    },
  ];
};

const rotationNotices = ({ hookUrls, reading }: NoticeSituation): readonly Notice[] =>
  hookUrls.flatMap(({ id, name, previousUntil, isPreviousUsed }, index): Notice[] =>
    previousUntil === null || !isPreviousUsed
      ? []
      : [
          {
            id: `old-hook-url-${id}`,
            tone: 'warn',
            title: reading.messages.notices.oldHookUrl,
            body: reading.messages.notices.oldHookUrlBody(name, shortDay(previousUntil, reading)),
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
  reading,
}: NoticeSituation): readonly Notice[] => {
  const { notices: words } = reading.messages;
  // One that says why comes first.
  if (missingHooks === null || pendingChange !== null || reachability.state === 'name-lost') return [];
  if (reachability.state === 'off') return [];
  return [
    {
      id: 'hooks-missing',
      tone: 'warn',
      ...(missingHooks.isFirst
        ? {
            title: words.noHookYet,
            body: words.noHookYetBody,
          }
        : {
            title: words.hooksStopped,
            body: words.hooksStoppedBody(missingHooks.tasks),
          }),
      actions: ['copy-hook-url', ...(hookUrls.length > 1 ? several : []), 'open-hooks-page', 'poll-instead', 'dismiss'],
    },
  ];
};

const blockedNotices = ({
  blockedNotifications,
  canOpenNotificationSettings,
  reading,
}: NoticeSituation): readonly Notice[] =>
  blockedNotifications === null
    ? []
    : [
        {
          id: 'notifications-blocked',
          tone: 'bad',
          title: reading.messages.notices.blocked,
          body: blockedWords(blockedNotifications, reading.messages.blocked),
          actions: [
            ...(canOpenNotificationSettings ? (['open-notification-settings'] as const) : []),
            'test-notification',
            'dismiss',
          ],
        },
      ];

const interruptedNotices = ({ interrupted, reading }: NoticeSituation): readonly Notice[] => {
  const { notices: words } = reading.messages;
  if (interrupted === 0) return [];
  return [
    {
      id: 'interrupted',
      tone: 'info',
      title: words.interrupted(interrupted),
      body: words.interruptedBody,
      actions: ['dismiss'],
    },
  ];
};

const trayNotices = ({ isTrayMissing, reading }: NoticeSituation): readonly Notice[] =>
  isTrayMissing
    ? [
        {
          id: 'no-tray',
          tone: 'info',
          title: reading.messages.notices.noTray,
          body: reading.messages.notices.noTrayBody,
          actions: ['dismiss'],
        },
      ]
    : [];
