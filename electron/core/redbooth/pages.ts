import { type Result, fail, succeed } from '../../contract/index.ts';
import type * as v from 'valibot';
import type { Question } from './api-url.ts';
import type { ApiFailure, ApiResult, ReplyHeaders } from './client-port.ts';
import { unreadableReply } from './failures.ts';
import { readMany } from './reply.ts';
import type { ApiReply } from './weigh.ts';

/** Asks the API one question. Rejects only when an id is not one (a bug of the caller). */
export type Ask = (question: Question) => ApiResult<ApiReply>;

/** The rows of one page, and whether more pages follow. `unreadable` counts rows that were left out. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly isLast: boolean; readonly unreadable: number };

const readCount = (headers: ReplyHeaders, name: string): number | null => {
  const text = headers.get(name) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/**
 * Whether a page is the last: by the `Pagination*` headers when they are there, else because it is short of what one
 * page holds (redbooth-api, Paging headers).
 */
const isLastPage = (headers: ReplyHeaders, page: number, perPage: number, received: number): boolean => {
  if (received === 0) return true;
  const total = readCount(headers, 'PaginationTotalPages');
  if (total !== null) return (readCount(headers, 'PaginationCurrentPage') ?? page) >= total;
  return received < Math.min(perPage, readCount(headers, 'PaginationPerPage') ?? perPage);
};

/** Reads one page, counted from 1. `page` and `per_page` are always sent: the server's defaults are not to be relied on. */
export const askPage = async <Row>(
  ask: Ask,
  schema: v.GenericSchema<unknown, Row>,
  question: Question,
  page: number,
  perPage: number,
): ApiResult<Page<Row>> => {
  const reply = await ask({ ...question, options: { ...question.options, page, per_page: perPage } });
  return reply.ok ? readPage(reply.value, schema, question, page, perPage) : reply;
};

const readPage = <Row>(
  { body, headers }: ApiReply,
  schema: v.GenericSchema<unknown, Row>,
  { resource }: Question,
  page: number,
  perPage: number,
): Result<Page<Row>, ApiFailure> => {
  const rows = readMany(schema, body);
  if (!rows.ok) return fail(unreadableReply(resource, rows.failure.problem));
  const { received, unreadable } = rows.value;
  return succeed({ rows: rows.value.rows, isLast: isLastPage(headers, page, perPage, received), unreadable });
};

/** More pages than any real answer has; a server that goes on beyond repeats itself. */
const pageLimit = 40;

/**
 * Reads pages from the first until the last one, or until `isEnough` says so of the rows so far. A row that comes twice,
 * because the list moved between two pages, counts once; a page with nothing new ends the reading.
 */
export const askPages = async <Row extends { readonly id: string }>(
  ask: Ask,
  schema: v.GenericSchema<unknown, Row>,
  question: Question,
  perPage: number,
  isEnough: (rows: readonly Row[]) => boolean = () => false,
): ApiResult<{ readonly rows: readonly Row[]; readonly unreadable: number }> => {
  const rows = new Map<string, Row>();
  let unreadable = 0;
  for (let page = 1; page <= pageLimit; page += 1) {
    const read = await askPage(ask, schema, question, page, perPage);
    if (!read.ok) return read;
    const known = rows.size;
    for (const row of read.value.rows) rows.set(row.id, row);
    unreadable += read.value.unreadable;
    if (read.value.isLast || rows.size === known || isEnough([...rows.values()])) break;
  }
  return succeed({ rows: [...rows.values()], unreadable });
};
