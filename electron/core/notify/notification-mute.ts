import type { NotificationMute } from '../../contract/index.ts';
import type { Mutes } from './mutes.ts';

/** What a button of a notification muted last, so that the window can say it and offer the way back. Not kept over a restart. */
export type LastNotificationMute = {
  set(mute: Omit<NotificationMute, 'until'> & { readonly accountId: string }): void;
  /** Null before anything was muted so, and once that is over or taken back. */
  current(): NotificationMute | null;
};

/** Remembers the mute; whether it is still in force, `mutes` knows. */
export const createLastNotificationMute = (mutes: Pick<Mutes, 'list'>): LastNotificationMute => {
  let last: Parameters<LastNotificationMute['set']>[0] | null = null;
  return {
    set: (mute) => {
      last = mute;
    },
    current: () => {
      if (last === null) return null;
      const { accountId, id, changeId, readAt } = last;
      const inForce = mutes.list(accountId).find((mute) => mute.id === id);
      return inForce === undefined ? null : { id, changeId, until: inForce.until, readAt };
    },
  };
};
