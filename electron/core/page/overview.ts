import type { Account, HookUrl, Notice, Overview, Pause, Reachability } from '../../contract/index.ts';
import type { AccessView } from '../account/account-access.ts';
import type { HookUrlRecord } from '../hooks/hook-urls.ts';
import type { Identity } from '../redbooth/account.ts';

/** The public address of a hook URL under a tunnel's base address. */
export const publicAddress = (base: string | null, record: Pick<HookUrlRecord, 'secret'>): string | null =>
  base === null ? null : `${base}/${record.secret}`;

/** A hook URL as the page shows it. */
export const hookUrlView = (base: string | null, record: HookUrlRecord): HookUrl => ({
  id: record.id,
  name: record.name,
  url: publicAddress(base, record),
  createdAt: record.createdAt,
  lastArrivalAt: record.lastArrivalAt,
});

/** The pause in force at `now` (ms): one whose time is over is none. */
export const pauseAt = (pause: Pause, now: number): Pause =>
  pause.state === 'paused' && pause.until !== null && pause.until <= now ? { state: 'running' } : pause;

export type NoticeSituation = {
  readonly account: Account;
  readonly reachability: Reachability;
  readonly isApiFailing: boolean;
  readonly interrupted: number;
};

/** Not even a sign-in that Redbooth has yet to confirm. */
const isNobodySignedIn = ({ canSignOut, isFromEnvironment }: Account): boolean => !canSignOut && !isFromEnvironment;

/** The account as the page sees it: what Redbooth said, and what is kept of a sign-in. */
export const accountView = (identity: Identity, access: AccessView): Account => {
  const account = { ...identity, ...access };
  return identity.state === 'signed-out' && !isNobodySignedIn(account)
    ? { ...account, sentence: 'Waiting for Redbooth to answer' }
    : account;
};

/** What needs a person, most urgent first. */
export const noticesOf = ({ account, reachability, isApiFailing, interrupted }: NoticeSituation): Notice[] => {
  const notices: Notice[] = [];
  if (account.state === 'expired') {
    notices.push({
      id: 'signed-out',
      tone: 'bad',
      title: 'Redbooth asks you to sign in again',
      body: account.isFromEnvironment
        ? 'Changes are kept and shown once you are signed in. Start the app with a fresh access token.'
        : 'Changes are kept and shown once you are signed in.',
    });
  } else if (account.state === 'signed-out' && isNobodySignedIn(account) && !isApiFailing) {
    notices.push({
      id: 'signed-out',
      tone: 'warn',
      title: 'Not signed in',
      body: 'Hooks are kept, but what changed cannot be read until you sign in.',
    });
  } else if (isApiFailing) {
    notices.push({
      id: 'api-failing',
      tone: 'warn',
      title: 'Redbooth does not answer',
      body: 'Hooks are kept, and you get a summary as soon as it answers again. Trying again on its own.',
    });
  }
  if (reachability.state === 'name-lost') {
    notices.push({ id: 'name-lost', tone: 'bad', title: 'Your hook URL is taken', body: reachability.detail ?? '' });
  }
  if (interrupted > 0) {
    const many = interrupted === 1 ? 'One notification' : `${interrupted} notifications`;
    notices.push({
      id: 'interrupted',
      tone: 'info',
      title: `${many} may not have been shown`,
      body: 'The app was stopped before it could be sure. Their changes are unread in the list.',
    });
  }
  return notices;
};

/** The whole overview. */
export const overviewOf = (
  parts: Omit<Overview, 'notices'> & Pick<NoticeSituation, 'isApiFailing' | 'interrupted'>,
): Overview => {
  const { isApiFailing, interrupted, ...overview } = parts;
  return { ...overview, notices: noticesOf({ ...overview, isApiFailing, interrupted }) };
};
