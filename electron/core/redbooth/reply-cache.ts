import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import type { ReplyHeaders } from './client-port.ts';

/** A reply that came with an ETag, and is still good when Redbooth answers 304 to that. */
export type KeptReply = { readonly etag: string; readonly text: string };

/** Replies about single things, in memory. Only ever those of one token, so that nobody sees another’s. */
export type ReplyCache = {
  /** Null when there is nothing to ask with. Another token than before empties the cache. */
  find(token: string, url: string): KeptReply | null;
  /** Takes a successful reply, if asking by its ETag cannot hide a change. `body` is its JSON. */
  keep(token: string, url: string, headers: ReplyHeaders, text: string, body: unknown): void;
  /** The thing at that address is about to be changed from here. */
  forget(url: string): void;
};

type Entry = KeptReply & { readonly keptAt: number };

const entriesAtMost = 500;
const lengthAtMost = 4 * 1024 * 1024;
const longestTrust = 10 * 60_000;
const settlingTime = 2_000;

const datedSchema = v.object({ updated_at: v.number() });

/**
 * What an ETag of Redbooth’s is made of is not known (redbooth-api, General). If of `updated_at`, which counts seconds, a
 * second change within one second would not show: so what was saved in the 2 s before the reply is not kept.
 */
const isSettled = (headers: ReplyHeaders, body: unknown): boolean => {
  const repliedAt = Date.parse(headers.get('date') ?? '');
  const row: unknown = Array.isArray(body) ? body[0] : body;
  return v.is(datedSchema, row) && repliedAt - row.updated_at * 1000 >= settlingTime;
};

/**
 * Keeps at most 500 replies and 4 MiB of text, the least recently used going first, each for 10 minutes: less than from
 * one catch-up to the next, so that a change which an ETag hides after all is seen by then. Once the same ETag has come
 * with another reply, ETags are not relied on any more.
 */
export const createReplyCache = (clock: Clock): ReplyCache => {
  const entries = new Map<string, Entry>();
  let length = 0;
  let owner: string | null = null;
  let isReliable = true;

  const drop = (url: string): void => {
    length -= entries.get(url)?.text.length ?? 0;
    entries.delete(url);
  };
  const put = (url: string, entry: Entry): void => {
    drop(url);
    entries.set(url, entry);
    length += entry.text.length;
    for (const oldest of entries.keys()) {
      if (entries.size <= entriesAtMost && length <= lengthAtMost) return;
      drop(oldest);
    }
  };
  const clear = (): void => {
    entries.clear();
    length = 0;
  };

  return {
    find: (token, url) => {
      if (owner !== token) clear();
      owner = token;
      const entry = entries.get(url);
      if (!entry) return null;
      const age = clock.now() - entry.keptAt;
      if (age < 0 || age >= longestTrust) return null;
      put(url, entry);
      return entry;
    },
    keep: (token, url, headers, text, body) => {
      const etag = headers.get('etag') ?? '';
      if (token !== owner || etag === '' || !isReliable) return;
      const before = entries.get(url);
      if (before?.etag === etag && before.text !== text) {
        isReliable = false;
        clear();
      } else if (isSettled(headers, body)) put(url, { etag, text, keptAt: clock.now() });
    },
    forget: drop,
  };
};
