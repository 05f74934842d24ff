import { type MuteKind, type RequestHandlers, fail, succeed } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { Mutes } from '../notify/mutes.ts';
import { notThere } from './not-there.ts';

export type MuteHandlerPorts = {
  readonly clock: Clock;
  readonly store: Pick<ChangeStore, 'change'>;
  readonly mutes: Mutes;
  /** The account in use; null before anybody signed in. */
  readonly accountId: () => string | null;
  /** Marks changes read, tells the page, and takes down what is shown of them. */
  readonly markRead: (ids: readonly string[]) => void;
};

type Answered = 'mute-change' | 'mutes' | 'unmute';

const missing: Readonly<Record<MuteKind, string>> = {
  task: 'The task of this change is not known, so there is nothing to mute.',
  project: 'The project of this change is not known, so there is nothing to mute. Mute the task instead.',
  organization: 'The organisation of this change is not known, so there is nothing to mute. Mute the project instead.',
  person: 'It is not known who did this, so there is nobody to mute. Mute the task instead.',
};

/** Answers what the page asks about mutes. What is unread of something is read once it is muted, and so shown no longer. */
export const createMuteHandlers = (ports: MuteHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { clock, store, mutes, accountId, markRead } = ports;
  return {
    'mute-change': ({ changeId, kind, minutes }) => {
      const change = store.change(changeId);
      if (change === null) return notThere('change');
      if (kind === 'person' && change.account.isOwn)
        return fail({ code: 'not-found', message: 'What you do yourself is never told, so there is nobody to mute.' });
      const muted = mutes.mute(change, kind, minutes === null ? null : clock.now() + minutes * 60_000);
      if (muted === null) return fail({ code: 'not-found', message: missing[kind] });
      markRead(mutes.unreadOf(muted));
      return succeed(null);
    },
    mutes: () => {
      const id = accountId();
      return succeed(id === null ? [] : [...mutes.list(id)]);
    },
    unmute: ({ id }) => {
      const account = accountId();
      return account !== null && mutes.unmute(account, id) ? succeed(null) : notThere('mute');
    },
  };
};
