import { describe, expect, it } from 'vitest';
import { createRowPages } from '../../../renderer/state/row-pages.ts';

const ids = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(from - index));

/** Twenty pages of ten rows: 200 to 191, 190 to 181, down to 1. */
const twentyPages = () => {
  const pages = createRowPages();
  for (let page = 0; page < 20; page += 1) pages.append(ids(200 - page * 10, 10));
  return pages;
};

describe('pages of rows', () => {
  it('know the rows of every page, in memory or not, and no others', () => {
    const pages = twentyPages();
    pages.letGo(['200'], []);
    expect(['200', '191', '55', '1'].map(pages.has)).toEqual([true, true, true, true]);
    expect(['201', '0'].map(pages.has)).toEqual([false, false]);
  });

  it('let go what is far from what is in sight, but never the first page', () => {
    const pages = twentyPages();
    const gone = pages.letGo(['105', '95'], []);
    expect(gone).toEqual([...ids(190, 40), ...ids(50, 50)]);
    expect(pages.letGo(['105', '95'], [])).toEqual([]);
  });

  it('keep what is pinned', () => {
    expect(twentyPages().letGo(['200'], ['33'])).toEqual([...ids(150, 110), ...ids(30, 30)]);
  });

  it('say which of them are missing, and before which id each is asked for again', () => {
    const pages = twentyPages();
    pages.letGo(['200'], []);
    const missing = pages.missing(['155', '145', '144', '135']);
    expect(missing.map((page) => [page.ids[0], pages.before(page)])).toEqual([
      ['150', '151'],
      ['140', '141'],
    ]);
  });

  it('take a new row into the first page, and an overlooked one where it belongs', () => {
    const pages = createRowPages();
    pages.append(['9', '7']);
    pages.append(['5', '3']);
    expect([pages.insert('10'), pages.insert('4')]).toEqual([true, true]);
    expect(pages.missing(['10', '4'])).toEqual([]);
    expect(['10', '9', '5', '4', '3'].every(pages.has)).toBe(true);
  });

  it('do not hold a row whose page is not in memory', () => {
    const pages = twentyPages();
    pages.remove(['55']);
    pages.letGo(['200'], []);
    expect(pages.insert('55')).toBe(false);
  });

  it('split the first page when it has grown, so that its older part can be let go', () => {
    const pages = twentyPages();
    for (let id = 201; id <= 1_000; id += 1) pages.insert(String(id));
    const gone = pages.letGo(['5'], []);
    expect(gone).toContain('200');
    expect(gone.filter((id) => Number(id) > 900)).toEqual([]);
    expect(gone.length).toBeGreaterThan(700);
    expect(['1000', '600', '201'].every(pages.has)).toBe(true);
  });

  it('forget what is older than the last one kept', () => {
    const pages = twentyPages();
    pages.cutAfter('185');
    expect(['185', '184', '100'].map(pages.has)).toEqual([true, false, false]);
  });
});
