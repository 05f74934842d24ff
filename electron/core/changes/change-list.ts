import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import * as v from 'valibot';
import type { ChangeFilter } from '../../contract/index.ts';
import { partsOf } from '../notify/notification-parts.ts';
import type { Change } from './change.ts';
import { matchOf } from './search.ts';
import { changeColumns, readChange } from './stored-change.ts';

const facetRow = v.object({ id: v.string(), name: v.nullable(v.string()), count: v.number() });
const projectFacetRow = v.object({ ...facetRow.entries, organizationId: v.nullable(v.string()) });

type Facet = Readonly<v.InferOutput<typeof facetRow>>;
type ProjectFacet = Readonly<v.InferOutput<typeof projectFacetRow>>;

/** The changes that are listed: all but those that the rules ignore. */
export type ChangeList = {
  /** Those that the filter lets through with an id below `before`, newest first. */
  readonly list: (query: {
    readonly before: string | null;
    readonly limit: number;
    readonly filter: ChangeFilter;
  }) => readonly Change[];
  /** How many the filter lets through. */
  readonly total: (filter: ChangeFilter) => number;
  /** The projects and people of what is listed by their names of today (null: not known), the most frequent first, at most 200 of each. */
  readonly facets: () => { readonly projects: readonly ProjectFacet[]; readonly people: readonly Facet[] };
  /** The changes of a task as an account saw it, newest first, at most `limit`. */
  readonly ofTask: (accountId: string, taskId: string, limit: number) => readonly Change[];
};

type Query = { readonly from: string; readonly where: string; readonly values: readonly SQLInputValue[] };

const isUnread = 'read_at IS NULL AND decision IS NOT NULL';
/** What was told by a notification, or by those that it took the place of. */
const toldBy = `SELECT change_id FROM notification_change WHERE notification_id IN (${partsOf})`;

const queryOf = (filter: ChangeFilter): Query => {
  const match = matchOf(filter);
  const told = filter.notificationId === null ? [] : [Number(filter.notificationId)];
  const isUnreadOnly = filter.show === 'unread';
  if (match === null) {
    // Whatever is ignored is read as it comes.
    const conditions = [isUnreadOnly ? isUnread : `reason IS NOT 'ignored'`];
    if (told.length > 0) conditions.push(`id IN (${toldBy})`);
    return { from: 'change', where: conditions.join(' AND '), values: told };
  }
  // The index leads, as it is in order and has only what is listed; the plus keeps SQLite from turning that around.
  const conditions = ['change_search MATCH ?'];
  if (isUnreadOnly) conditions.push(`+change_search.rowid IN (SELECT id FROM change WHERE ${isUnread})`);
  if (told.length > 0) conditions.push(`+change_search.rowid IN (${toldBy})`);
  return { from: 'change_search', where: conditions.join(' AND '), values: [match, ...told] };
};

const facetsAtMost = 200;

/** Reads the list from `database`. Pages go by id, so that one that is read later neither repeats nor leaves out a change. */
export const createChangeList = (database: DatabaseSync): ChangeList => {
  database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.change_mark USING fts5vocab ('main', 'change_search', 'col')`);
  const countTotal = (query: Query): number =>
    Number(
      database.prepare(`SELECT count(*) AS total FROM ${query.from} WHERE ${query.where}`).get(...query.values)?.[
        'total'
      ],
    );
  const findOfTask = database.prepare(
    `SELECT ${changeColumns} FROM change WHERE task_id = ? AND account_id = ? AND reason IS NOT 'ignored' ORDER BY id DESC LIMIT ?`,
  );
  // Marks are a letter and an id; ':' comes right after the digits.
  const facetQuery = (letter: 'p' | 'u', table: string, name: string, more = ''): string =>
    `SELECT substr(term, 2) AS id, nullif(trim(${name}), '') AS name, doc AS count${more}
     FROM temp.change_mark LEFT JOIN ${table} AS named ON named.id = substr(term, 2)
     WHERE col = 'marks' AND term >= '${letter}0' AND term < '${letter}:' ORDER BY doc DESC, name LIMIT ${facetsAtMost}`;
  const findProjects = database.prepare(
    facetQuery('p', 'project', 'named.name', ', named.organization_id AS organizationId'),
  );
  const findPeople = database.prepare(
    facetQuery('u', 'redbooth_user', `coalesce(nullif(trim(first_name || ' ' || last_name), ''), username)`),
  );

  return {
    list: ({ before, limit, filter }) => {
      const { from, where, values } = queryOf(filter);
      const key = from === 'change' ? 'id' : 'rowid';
      const page = `SELECT ${key} AS id FROM ${from} WHERE ${where} AND ${key} < ? ORDER BY ${key} DESC LIMIT ?`;
      return database
        .prepare(
          `SELECT ${changeColumns} FROM (${page}) AS page CROSS JOIN change ON change.id = page.id ORDER BY change.id DESC`,
        )
        .all(...values, before === null ? Number.MAX_SAFE_INTEGER : Number(before), limit)
        .map(readChange);
    },
    total: (filter) => countTotal(queryOf(filter)),
    facets: () => ({
      projects: findProjects.all().map((row) => v.parse(projectFacetRow, row)),
      people: findPeople.all().map((row) => v.parse(facetRow, row)),
    }),
    ofTask: (accountId, taskId, limit) => findOfTask.all(taskId, Number(accountId), limit).map(readChange),
  };
};
