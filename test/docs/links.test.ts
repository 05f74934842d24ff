import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, isThere, linksOf, pages, readPage, root } from './markdown.ts';

const linksFrom = (page: string) => linksOf(page, readPage(page));

/** Every page that one gets to from `start` by following links. */
const reachableFrom = (start: string): ReadonlySet<string> => {
  const found = new Set([start]);
  for (const page of found)
    for (const { path } of linksFrom(page)) if (pages.includes(path) && !found.has(path)) found.add(path);
  return found;
};

it('finds links, pictures and the anchors of headings', () => {
  const page = '# A “b”: `c`\n\n[x](y.md#z) ![p](images/p.png) [out](https://a.example)\n\n## A “b”: `c`\n';
  expect(linksOf('docs/a.md', page)).toEqual([
    { path: 'docs/y.md', anchor: 'z' },
    { path: 'docs/images/p.png', anchor: null },
  ]);
  expect([...anchorsOf(page)]).toEqual(['a-b-c', 'a-b-c-1']);
});

describe.each(pages)('%s', (page) => {
  it('links only to what is there', () => {
    expect(
      linksFrom(page)
        .map(({ path }) => path)
        .filter((path) => !isThere(path)),
    ).toEqual([]);
  });

  it('links only to headings that are there', () => {
    const missing = linksFrom(page).filter(
      ({ path, anchor }) => anchor !== null && !(path.endsWith('.md') && anchorsOf(readPage(path)).has(anchor)),
    );
    expect(missing).toEqual([]);
  });

  // What the changelog says of a version is shown by itself, as the notes of a release.
  it.skipIf(page === 'CHANGELOG.md')('leads to every other page', () => {
    const found = reachableFrom(page);
    expect(pages.filter((other) => !found.has(other))).toEqual([]);
  });
});

it('README and the index of the documentation name every page themselves', () => {
  for (const index of ['README.md', 'docs/README.md']) {
    const named = new Set([index, ...linksFrom(index).map(({ path }) => path)]);
    expect(pages.filter((page) => !named.has(page))).toEqual([]);
  }
});

it('every picture is shown somewhere', () => {
  const shown = new Set(pages.flatMap((page) => linksFrom(page).map(({ path }) => path)));
  const pictures = readdirSync(join(root, 'docs/images')).map((name) => `docs/images/${name}`);
  expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
});
