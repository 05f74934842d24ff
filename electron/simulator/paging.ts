import { type Reply, type Request, json } from './http.ts';
import type { Quirks } from './quirks.ts';
import type { WireRow } from './wire.ts';

/** What a list can be sorted by; a name stands for the API's word. */
export type SortKeys<Row> = Readonly<Record<string, (row: Row) => number>> & {
  readonly updated_at: (row: Row) => number;
};

const naturalNumber = (value: string | null, fallback: number, highest: number): number =>
  value !== null && /^[1-9]\d{0,8}$/.test(value) ? Math.min(Number(value), highest) : fallback;

/** The newest of the moments (ms), in whole seconds as HTTP has them; null without any. */
const lastModified = (moments: readonly number[]): number | null => {
  const newest = moments.reduce((latest, moment) => Math.max(latest, moment), -1);
  return newest < 0 ? null : Math.floor(newest / 1000) * 1000;
};

const isUnmodified = ({ headers }: Request, modified: number): boolean =>
  Date.parse(headers['if-modified-since'] ?? '') >= modified;

const modifiedHeader = (modified: number): Record<string, string> => ({
  'last-modified': new Date(modified).toUTCString(),
});

/**
 * One page of a list: `order=<field>-ASC|DESC` (default `id-DESC`), `page` from 1, `per_page` up to 1000. Rows that sort
 * alike are put in the order of their ids, in the same direction. Times are compared in whole seconds, as they are kept.
 * `Last-Modified` is the newest `updated_at` of all pages; who asks `If-Modified-Since` then gets 304 until it moves.
 */
export const pageOf = <Row extends { readonly id: string }>(options: {
  readonly rows: readonly Row[];
  readonly keys: SortKeys<Row>;
  readonly request: Request;
  readonly quirks: Quirks;
  readonly write: (row: Row) => WireRow;
}): Reply => {
  const { rows, keys, request, quirks, write } = options;
  const { query } = request;
  const byId = (row: Row): number => Number(row.id);
  const [field = 'id', direction = 'DESC'] = (query.get('order') ?? '').split('-');
  const sortKey = keys[field] ?? byId;
  const key = (row: Row): number => (field.endsWith('_at') ? Math.floor(sortKey(row) / 1000) : sortKey(row));
  const sign = direction === 'ASC' ? 1 : -1;
  const sorted = [...rows].sort((a, b) => sign * (key(a) - key(b) || byId(a) - byId(b)));

  const perPage = naturalNumber(query.get('per_page'), quirks.defaultPerPage, quirks.highestPerPage);
  const page = naturalNumber(query.get('page'), 1, Number.MAX_SAFE_INTEGER);
  const shown = sorted.slice((page - 1) * perPage, page * perPage);
  const modified = quirks.lastModified ? lastModified(rows.map(keys.updated_at)) : null;
  if (modified !== null && isUnmodified(request, modified))
    return { status: 304, headers: modifiedHeader(modified), body: '' };
  const paging: Record<string, string> = quirks.pagingHeaders
    ? {
        PaginationTotalPages: String(Math.max(1, Math.ceil(rows.length / perPage))),
        PaginationPerPage: String(perPage),
        PaginationCurrentPage: String(page),
        PaginationTotalObjects: String(rows.length),
      }
    : {};
  return json(200, shown.map(write), { ...paging, ...(modified === null ? {} : modifiedHeader(modified)) });
};
