import * as v from 'valibot';
import { isId } from './api-url.ts';

const longestName = 500;
const longestText = 10_000;

/** Cuts `text` to `limit` UTF-16 units, never through a character. */
export const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');

/** An id that must be there: a number or a string of 1 to 19 digits, above 0; always a string from here on. */
export const id = v.pipe(
  v.union([v.pipe(v.number(), v.safeInteger()), v.string()], 'Expected an id'),
  v.transform(String),
  v.check((text) => isId(text) && !/^0+$/.test(text), 'Expected an id'),
);

/** An id that may be null, missing, or 0 for none. */
export const optionalId = v.fallback(v.nullable(id), null);

// Of a missing key valibot takes the fallback as it is and runs no transform on it: so `fallback` always stands outermost.

/** User ids, as of watchers; what is no id is left out. */
export const idList = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((entries) =>
      entries.slice(0, 5_000).flatMap((entry) => {
        const parsed = v.safeParse(id, entry);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  ),
  () => [],
);

/** A name, cut to 500 characters; empty when there is none. */
export const name = v.fallback(
  v.pipe(
    v.string(),
    v.transform((value) => cut(value, longestName)),
  ),
  '',
);

/** A longer text, cut to 10,000 characters; empty when there is none. */
export const text = v.fallback(
  v.pipe(
    v.string(),
    v.transform((value) => cut(value, longestText)),
  ),
  '',
);

const longestMarkup = 100_000;
const markedAtMost = 200;

const markedIn = (html: string): string[] => {
  const names = (html.slice(0, longestMarkup).match(/<a\s[^<>]{1,1000}>/gi) ?? []).flatMap((tag) => {
    const isMention = /\sclass=["'](?:[^"']*\s)?mention[\s"']/i.test(tag);
    const name = isMention ? /\shref=["'][^"'?#]*\/users\/([^"'/?#]+)["'/?#]/i.exec(tag)?.[1] : undefined;
    return name === undefined ? [] : [decoded(name)];
  });
  return [...new Set(names)].slice(0, markedAtMost);
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * The usernames that a comment’s HTML marks as mentioned, `<a class="mention" href=".../users/<username>">` (redbooth-api,
 * section 6). Nothing else of the HTML is kept, which is other people's.
 */
export const markedUsernames = v.fallback(v.pipe(v.string(), v.transform(markedIn)), () => []);

const yesOrNo = v.union([
  v.boolean(),
  v.pipe(
    v.picklist([0, 1]),
    v.transform((value) => value === 1),
  ),
]);

/** A yes or no, also as 0 and 1; null when it is not said. */
export const optionalFlag = v.fallback(v.nullable(yesOrNo), null);

/** A yes or no that means no when it is not said. */
export const flag = v.fallback(yesOrNo, false);

/** Unix seconds (redbooth-api, General) as ms; null when there is no usable time. */
export const optionalTime = v.fallback(
  v.nullable(
    v.pipe(
      v.number(),
      v.minValue(0),
      v.maxValue(1e11),
      v.transform((seconds) => Math.round(seconds * 1000)),
    ),
  ),
  null,
);

/** YYYY-MM-DD; anything else is no date. */
export const optionalDate = v.fallback(v.nullable(v.pipe(v.string(), v.isoDate())), null);

const statuses = ['new', 'open', 'hold', 'resolved', 'rejected'];

/**
 * A status by name. The docs also show the numbers 0 to 4 in this order (redbooth-api, GET /tasks/:id); one that the app
 * does not know is kept as it came.
 */
export const optionalStatus = v.fallback(
  v.nullable(
    v.pipe(
      v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0))]),
      v.transform(
        (status) => (/^[0-4]$/.test(String(status)) ? statuses[Number(status)] : undefined) ?? String(status),
      ),
      v.nonEmpty(),
      v.maxLength(40),
    ),
  ),
  null,
);

/** A number of things; 0 when it is not said. */
export const count = v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
