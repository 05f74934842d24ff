import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { createKept } from '../database/kept.ts';
import { transaction } from '../database/transaction.ts';
import type { Log } from '../log.ts';
import type { Note } from '../notify/announcer.ts';
import type { Reading } from '../reading.ts';

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
  /** What the user is still to be told, in a notification; null for nothing. */
  note(): Note | null;
  /** The name is lost, and with it the address `before`. */
  lost(before: string | null): void;
  /** The public base address is known; called as often as it is. */
  opened(url: string): void;
  /** A hook came in from outside, by this base address. Costs nothing while nothing is pending. */
  arrived(url: string): void;
  /** The user has read the notice. */
  dismiss(): void;
};

export type HookUrlChangePorts = {
  readonly database: DatabaseSync;
  readonly log: Log;
  readonly reading: () => Reading;
  /** There is a note to tell: at once, or when nothing is held back any more. */
  readonly onNews: () => void;
  readonly onChanged: () => void;
};

/** What is to be told and was not yet; as long as it is true. */
const newsSchema = v.picklist(['changed', 'arriving']);

/**
 * Knows whether an administrator has to paste the hook URL anew, over restarts: from the moment at which the public address differs
 * from the one by which hooks came, until one comes by the new address. Of a name lost, the user is notified once, and once
 * more when hooks arrive again; another way chosen in the settings makes no notification, as somebody has just done it. What
 * was not told yet is not told once it is over, or was read in the window. Never throws, but for `note`: what cannot be
 * written is logged, and holds for this run.
 */
export const createHookUrlChange = (ports: HookUrlChangePorts): HookUrlChange => {
  const { database, log, reading, onNews, onChanged } = ports;
  const kept = createKept(database, 'hook-url-change', changeSchema);
  const usedUrl = createKept(database, 'used-public-url', v.string());
  const news = createKept(database, 'hook-url-news', newsSchema);
  let pending = kept.read();
  let used = usedUrl.read();

  const attempt = (write: () => void): void => {
    try {
      transaction(database, write);
    } catch (error) {
      log.error(`The change of the hook URL could not be kept: ${String(error)}`);
    }
  };
  /** `unless`: news that is none any more. */
  const become = (next: PendingChange | null, unless: v.InferOutput<typeof newsSchema> | null = null): void => {
    pending = next;
    attempt(() => {
      kept.write(next);
      if (unless !== null && news.read() === unless) news.write(null);
    });
  };

  return {
    current: () => pending,
    note: () => {
      const waiting = news.read();
      if (waiting === null) return null;
      const { changed, changedBody, arriving, arrivingBody } = reading().messages.hookUrls;
      const text =
        waiting === 'changed' ? { title: changed, body: changedBody } : { title: arriving, body: arrivingBody };
      return { text, record: () => news.write(null) };
    },
    lost: (before) => {
      const known = pending?.before ?? used ?? before;
      become({ before: known, url: null, isLost: true, isTold: false, isDismissed: false }, 'arriving');
      onChanged();
    },
    opened: (url) => {
      if (pending === null && used !== null && used !== url)
        become({ before: used, url: null, isLost: false, isTold: true, isDismissed: false });
      if (pending === null || pending.url === url) return;
      const { isTold, before } = pending;
      const next = { ...pending, url, isTold: true, isDismissed: false };
      if (before === url) {
        become(null, 'changed');
      } else if (isTold) {
        become(next);
      } else {
        pending = next;
        attempt(() => {
          kept.write(next);
          news.write('changed');
        });
        onNews();
      }
      onChanged();
    },
    arrived: (url) => {
      if (pending === null && used === url) return;
      const before = pending;
      const isNews = before?.isLost === true && before.url !== null;
      pending = null;
      used = url;
      attempt(() => {
        usedUrl.write(url);
        kept.write(null);
        // Who was not told that it changed need not hear that all is well.
        if (isNews) news.write(news.read() === 'changed' ? null : 'arriving');
      });
      if (isNews) onNews();
      if (before !== null) onChanged();
    },
    dismiss: () => {
      if (pending === null) return;
      become({ ...pending, isDismissed: true }, 'changed');
      onChanged();
    },
  };
};
