import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { createKept } from '../database/kept.ts';
import type { Log } from '../log.ts';

const changeSchema = v.object({
  /** The base address that Redbooth has, as far as is known. */
  before: v.nullable(v.string()),
  /** The one it should have; null while there is none yet. */
  url: v.nullable(v.string()),
  /** Whether the tunnel's name was lost; otherwise somebody chose another way. */
  isLost: v.boolean(),
  isTold: v.boolean(),
  isDismissed: v.boolean(),
});

/** That Redbooth still has an address at which hooks do not reach us. */
export type PendingChange = v.InferOutput<typeof changeSchema>;

export type HookUrlChange = {
  /** Null: as far as is known, Redbooth has the right address. */
  current(): PendingChange | null;
  /** The name is lost, and with it the address `before`. */
  lost(before: string | null): void;
  /** The public base address is known; called as often as it is. */
  opened(url: string): void;
  /** A hook came in from outside, by this base address. Costs nothing while nothing is pending. */
  arrived(url: string): void;
  /** The user has read the notice. */
  dismiss(): void;
};

export type HookUrlChangeNews = { readonly title: string; readonly body: string };

export type HookUrlChangePorts = {
  readonly database: DatabaseSync;
  readonly log: Log;
  /** Claims and raises a notification; `record` is committed together with the claim. */
  readonly announce: (news: HookUrlChangeNews, record: () => void) => void;
  readonly onChanged: () => void;
};

const lostNews: HookUrlChangeNews = {
  title: 'Your hook URL changed',
  body: 'Hooks do not reach you until an admin pastes the new URL into Redbooth',
};
const arrivedNews: HookUrlChangeNews = { title: 'Hooks arrive again', body: 'Redbooth uses your new hook URL' };

/**
 * Knows whether an administrator has to paste the hook URL anew, over restarts: from the moment at which the public address differs
 * from the one by which hooks came, until one comes by the new address. Of a name lost, the user is notified once, and once
 * more when hooks arrive again; another way chosen in the settings makes no notification, as somebody has just done it.
 * Never throws: what cannot be written is logged, and holds for this run.
 */
export const createHookUrlChange = ({ database, log, announce, onChanged }: HookUrlChangePorts): HookUrlChange => {
  const kept = createKept(database, 'hook-url-change', changeSchema);
  const usedUrl = createKept(database, 'used-public-url', v.string());
  let pending = kept.read();
  let used = usedUrl.read();

  const attempt = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      log.error(`The change of the hook URL could not be kept: ${String(error)}`);
    }
  };
  const become = (next: PendingChange | null): void => {
    pending = next;
    attempt(() => kept.write(next));
  };

  return {
    current: () => pending,
    lost: (before) => {
      become({ before: pending?.before ?? used ?? before, url: null, isLost: true, isTold: false, isDismissed: false });
      onChanged();
    },
    opened: (url) => {
      if (pending === null && used !== null && used !== url)
        become({ before: used, url: null, isLost: false, isTold: true, isDismissed: false });
      if (pending === null || pending.url === url) return;
      const { isTold, before } = pending;
      const next = { ...pending, url, isTold: true, isDismissed: false };
      if (before === url) {
        become(null);
      } else if (isTold) {
        become(next);
      } else {
        pending = next;
        attempt(() => announce(lostNews, () => kept.write(next)));
      }
      onChanged();
    },
    arrived: (url) => {
      if (pending === null && used === url) return;
      const before = pending;
      pending = null;
      used = url;
      const record = (): void => {
        usedUrl.write(url);
        kept.write(null);
      };
      attempt(before?.isLost === true && before.url !== null ? () => announce(arrivedNews, record) : record);
      if (before !== null) onChanged();
    },
    dismiss: () => {
      if (pending === null) return;
      become({ ...pending, isDismissed: true });
      onChanged();
    },
  };
};
