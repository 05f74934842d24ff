import * as v from 'valibot';
import { statuses } from './quirks.ts';

/** Fields as clients send them: numbers and booleans also as text, since forms are accepted too. */
export const idField = v.pipe(
  v.union([v.pipe(v.number(), v.integer()), v.pipe(v.string(), v.regex(/^\d{1,19}$/))]),
  v.transform(String),
);

export const booleanField = v.pipe(
  v.union([v.boolean(), v.picklist(['true', 'false'])]),
  v.transform((value) => value === true || value === 'true'),
);

export const dateField = v.pipe(v.string(), v.isoDate());

export const statusField = v.picklist(statuses);
