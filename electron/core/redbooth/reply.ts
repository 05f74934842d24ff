import * as v from 'valibot';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { cut } from './reply-fields.ts';

/** A reply that does not fit; `problem` names the place, and holds nothing of the reply itself. */
export type Unreadable = { readonly kind: 'unreadable'; readonly problem: string };

/** The rows of a list that could be read. `received` counts all that came, which tells a short page from a full one. */
export type Rows<Row> = { readonly rows: readonly Row[]; readonly received: number; readonly unreadable: number };

const deletedSchema = v.object({ deleted: v.literal(true) });

const isDeleted = (row: unknown): boolean => v.is(deletedSchema, row);

const unreadable = (problem: string): { readonly ok: false; readonly failure: Unreadable } =>
  fail({ kind: 'unreadable', problem });

/** Says where a reply does not fit, in the words of the schema: never with a value from the reply. */
const describe = (issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string => {
  const path = v.getDotPath(issues[0]);
  return `${path ?? 'it'} is not as expected`;
};

/**
 * Reads one thing: a bare object, or the only element of an array (the docs show the one, recordings the other:
 * redbooth-api, GET /tasks/:id). `missing` when it says that it is deleted.
 */
export const readOne = <Value>(
  schema: v.GenericSchema<unknown, Value>,
  body: unknown,
): Result<Value, Unreadable | { readonly kind: 'missing' }> => {
  if (Array.isArray(body) && body.length !== 1) return unreadable(`it holds ${body.length} things, not one`);
  const row: unknown = Array.isArray(body) ? body[0] : body;
  if (isDeleted(row)) return fail({ kind: 'missing' });
  const parsed = v.safeParse(schema, row);
  return parsed.success ? succeed(parsed.output) : unreadable(describe(parsed.issues));
};

/**
 * Reads a list. Rows that say they are deleted are left out, and so are rows that do not fit: one odd row must not hide
 * the others. A list of which no row fits is unreadable.
 */
export const readMany = <Row>(schema: v.GenericSchema<unknown, Row>, body: unknown): Result<Rows<Row>, Unreadable> => {
  if (!Array.isArray(body)) return unreadable('it is not a list');
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const row of body) {
    if (isDeleted(row)) continue;
    const parsed = v.safeParse(schema, row);
    if (parsed.success) rows.push(parsed.output);
    else problems.push(describe(parsed.issues));
  }
  const [problem] = problems;
  if (problem !== undefined && rows.length === 0) return unreadable(`in each row, ${problem}`);
  return succeed({ rows, received: body.length, unreadable: problems.length });
};

const errorSchema = v.object({ error: v.union([v.string(), v.object({ message: v.string() })]) });

/**
 * What a refusal says, for an operator: `error` is a string or an object with a message, or the body is plain text or HTML
 * (redbooth-api, Errors). At most 100 characters, without markup or the given token; empty when nothing is said.
 */
export const readRefusal = (text: string, token: string): string => {
  const said = saidIn(text)
    .replaceAll(token, '***')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return said.length <= 100 ? said : `${cut(said, 99)}…`;
};

const saidIn = (text: string): string => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), errorSchema), text);
  if (!parsed.success) return text;
  return typeof parsed.output.error === 'string' ? parsed.output.error : parsed.output.error.message;
};
