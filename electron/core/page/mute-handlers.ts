import { type RequestHandlers, fail, succeed } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { Mutes } from '../notify/mutes.ts';
import { notThere } from './not-there.ts';
import type { Reading } from '../reading.ts';

export type MuteHandlerPorts = {
  readonly reading: () => Reading;
  readonly clock: Clock;
  readonly store: Pick<ChangeStore, 'change'>;
  readonly mutes: Mutes;
  /** The account in use; null before anybody signed in. */
  readonly accountId: () => string | null;
  /** Marks changes read, tells the page, and takes down what is shown of them. Gives by what to undo that; null when all were read. */
  readonly markRead: (ids: readonly string[]) => number | null;
  /** Something was unmuted. */
  readonly onUnmuted: () => void;
};

type Answered = 'mute-change' | 'mutes' | 'unmute';

/** Answers what the page asks about mutes. What is unread of something is read once it is muted, and so shown no longer. */
export const createMuteHandlers = (ports: MuteHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { clock, store, mutes, accountId, markRead } = ports;
  return {
    'mute-change': ({ changeId, kind, minutes }) => {
      const change = store.change(changeId);
      if (change === null) return notThere('change', ports.reading());
      if (kind === 'person' && change.account.isOwn)
        return fail({ code: 'not-found', message: ports.reading().messages.answers.noMute.own });
      const muted = mutes.mute(change, kind, minutes === null ? null : clock.now() + minutes * 60_000);
      if (muted === null) return fail({ code: 'not-found', message: ports.reading().messages.answers.noMute[kind] });
      return succeed({ id: muted.id, readAt: markRead(mutes.unreadOf(muted)) });
    },
    mutes: () => {
      const id = accountId();
      return succeed(id === null ? [] : [...mutes.list(id)]);
    },
    unmute: ({ id }) => {
      const account = accountId();
      if (account === null || !mutes.unmute(account, id)) return notThere('mute', ports.reading());
      ports.onUnmuted();
      return succeed(null);
    },
  };
};
