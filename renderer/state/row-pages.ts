import { compareIds } from './rows.ts';

/** Rows that were asked for together, latest id first. Their rows may have been let go. */
export type RowPage = { ids: readonly string[]; isHeld: boolean };

/** Which rows the list knows of, page by page, latest ids first; and which of them are in memory. */
export type RowPages = {
  reset(): void;
  readonly has: (id: string) => boolean;
  /** Adds a page of rows that are older than all before. */
  append(ids: readonly string[]): void;
  /** Adds a single row; says whether its page is in memory. */
  insert(id: string): boolean;
  remove(ids: readonly string[]): void;
  /** Forgets every row older than `id`. */
  cutAfter(id: string): void;
  /** The pages of these rows that are not in memory. */
  missing(ids: readonly string[]): readonly RowPage[];
  /** The id before which a page is asked for again. */
  before(page: RowPage): string | null;
  /** Lets go all pages far from those of `ids`, save those of `pinned`; returns whose rows are to be let go. */
  letGo(ids: readonly string[], pinned: readonly string[]): readonly string[];
  /** Lets go all pages but the first; returns whose rows are to be let go. */
  letGoOlder(): readonly string[];
};

/** How many pages stay in memory on either side of what is in sight. */
const keptAround = 4;
/** The first page takes what is new; beyond this size its older half becomes a page of its own. */
const mostInFirst = 200;

const latestFirst = (a: string, b: string): number => compareIds(b, a);

export const createRowPages = (): RowPages => {
  let pages: RowPage[] = [];

  /** The page in whose range an id falls; the last one for ids that are older than all. */
  const indexOf = (id: string): number => {
    let low = 0;
    let high = Math.max(0, pages.length - 1);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = pages[middle]?.ids.at(-1);
      if (last !== undefined && compareIds(id, last) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const indexesOf = (ids: readonly string[]): ReadonlySet<number> => new Set(ids.map(indexOf));
  const letGo = (far: readonly RowPage[]): readonly string[] => {
    for (const page of far) page.isHeld = false;
    return far.flatMap(({ ids }) => ids);
  };
  const keep = (isKept: (id: string) => boolean): void => {
    for (const page of pages) page.ids = page.ids.filter(isKept);
    pages = pages.filter(({ ids }) => ids.length > 0);
  };

  return {
    reset: () => {
      pages = [];
    },
    has: (id) => pages[indexOf(id)]?.ids.includes(id) ?? false,
    append: (ids) => {
      if (ids.length > 0) pages.push({ ids: [...ids].sort(latestFirst), isHeld: true });
    },
    insert: (id) => {
      const index = indexOf(id);
      const page = pages[index];
      if (!page) {
        pages.push({ ids: [id], isHeld: true });
        return true;
      }
      page.ids = [...page.ids, id].sort(latestFirst);
      if (index === 0 && page.ids.length > mostInFirst) {
        const half = mostInFirst / 2;
        pages = [
          { ids: page.ids.slice(0, half), isHeld: true },
          { ...page, ids: page.ids.slice(half) },
          ...pages.slice(1),
        ];
      }
      return page.isHeld;
    },
    remove: (ids) => {
      const gone = new Set(ids);
      keep((id) => !gone.has(id));
    },
    cutAfter: (id) => keep((other) => compareIds(other, id) >= 0),
    missing: (ids) => [...indexesOf(ids)].flatMap((index) => pages[index] ?? []).filter(({ isHeld }) => !isHeld),
    before: (page) => pages[pages.indexOf(page) - 1]?.ids.at(-1) ?? null,
    letGo: (ids, pinned) => {
      const inSight = [...indexesOf(ids)];
      const first = Math.min(...inSight) - keptAround;
      const last = Math.max(...inSight) + keptAround;
      const pinnedPages = indexesOf(pinned);
      // The first page cannot be asked for again as it was, since new rows come before it.
      const far = pages.filter(
        ({ isHeld }, index) => isHeld && index > 0 && (index < first || index > last) && !pinnedPages.has(index),
      );
      return letGo(far);
    },
    letGoOlder: () => letGo(pages.slice(1)),
  };
};
