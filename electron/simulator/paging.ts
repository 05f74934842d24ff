import { type Reply, json } from './http.ts';
import type { Quirks } from './quirks.ts';
import type { WireRow } from './wire.ts';

/** What a list can be sorted by; `name` stands for the API's word. */
export type SortKeys<Row> = Readonly<Record<string, (row: Row) => number>>;

const naturalNumber = (value: string | null, fallback: number, highest: number): number =>
  value !== null && /^[1-9]\d{0,8}$/.test(value) ? Math.min(Number(value), highest) : fallback;

/**
 * One page of a list: `order=<field>-ASC|DESC` (default `id-DESC`), `page` from 1, `per_page` up to 1000. Rows that sort
 * alike are put in the order of their ids, in the same direction.
 */
export const pageOf = <Row extends { readonly id: string }>(options: {
  readonly rows: readonly Row[];
  readonly keys: SortKeys<Row>;
  readonly query: URLSearchParams;
  readonly quirks: Quirks;
  readonly write: (row: Row) => WireRow;
}): Reply => {
  const { rows, keys, query, quirks, write } = options;
  const byId = (row: Row): number => Number(row.id);
  const [field = 'id', direction = 'DESC'] = (query.get('order') ?? '').split('-');
  const key = keys[field] ?? byId;
  const sign = direction === 'ASC' ? 1 : -1;
  const sorted = [...rows].sort((a, b) => sign * (key(a) - key(b) || byId(a) - byId(b)));

  const perPage = naturalNumber(query.get('per_page'), quirks.defaultPerPage, 1000);
  const page = naturalNumber(query.get('page'), 1, Number.MAX_SAFE_INTEGER);
  const shown = sorted.slice((page - 1) * perPage, page * perPage);
  const headers: Record<string, string> = quirks.pagingHeaders
    ? {
        PaginationTotalPages: String(Math.max(1, Math.ceil(rows.length / perPage))),
        PaginationPerPage: String(perPage),
        PaginationCurrentPage: String(page),
        PaginationTotalObjects: String(rows.length),
      }
    : {};
  return json(200, shown.map(write), headers);
};
