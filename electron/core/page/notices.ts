import type { Account, Notice, Reachability } from '../../contract/index.ts';
import type { PendingChange } from '../hooks/hook-url-change.ts';
import type { HookUrlRecord } from '../hooks/hook-urls.ts';
import { isNobodySignedIn } from './account-view.ts';
import { shortDay } from '../notify/dates.ts';

export type NoticeSituation = {
  readonly account: Account;
  readonly reachability: Reachability;
  readonly hookUrls: readonly Pick<HookUrlRecord, 'id' | 'name' | 'previousUntil' | 'isPreviousUsed'>[];
  readonly pendingChange: PendingChange | null;
  readonly isApiFailing: boolean;
  readonly interrupted: number;
  /** In ms since 1970. */
  readonly now: number;
};

/** What needs a person, most urgent first. */
export const noticesOf = (situation: NoticeSituation): readonly Notice[] => [
  ...accountNotices(situation),
  ...tunnelNotices(situation),
  ...rotationNotices(situation),
  ...interruptedNotices(situation),
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
