import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, proseOf, readPage, root } from './markdown.ts';

/** The folders that a checkout has; what is built, installed or packed is in none of them. */
const folders = ['.github', 'assets', 'docs', 'electron', 'renderer', 'scripts', 'service', 'test'];
const paths = [
  ...readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
  ...folders.flatMap((folder) => [
    folder,
    ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  ]),
];

const isSource = (name: string): boolean => /\.(tsx?|sh|css)$/.test(name);
const isInFolder = (name: string): boolean => folders.some((folder) => name.startsWith(`${folder}/`));

/** What a page calls by its path: `electron/core/`, or the end of one, `notify/rules.ts`; `*` stands for a part of a name. */
const pathsIn = (markdown: string): readonly string[] =>
  [...proseOf(markdown).matchAll(/`([\w.*/-]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => isSource(name) || isInFolder(name));

const isThere = (name: string): boolean => {
  const words = name
    .replace(/\/$/, '')
    .replaceAll('.', String.raw`\.`)
    .replaceAll('*', '[^/]*');
  const pattern = new RegExp(`${isInFolder(name) ? '^' : '(^|/)'}${words}$`);
  return paths.some((path) => pattern.test(path));
};

it('knows a path that is there from one that is not', () => {
  const page = 'See `electron/core/`, `notify/rules.ts`, `redbooth/*-schema.ts`, `notify/rulez.ts` and `test/nowhere`.';
  expect(pathsIn(page).filter((name) => !isThere(name))).toEqual(['notify/rulez.ts', 'test/nowhere']);
});

describe.each(pages)('%s', (page) => {
  it('names only files and folders that are there', () => {
    expect(pathsIn(readPage(page)).filter((name) => !isThere(name))).toEqual([]);
  });
});

it('the table of the architecture has each folder of the core, and the others', () => {
  const [, table = ''] = readPage('docs/architecture.md').split('## Where things are');
  const parts = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`${folder}/${entry.name}/`] : [],
    );
  const wanted = [...parts('electron'), ...parts('electron/core'), ...parts('renderer'), 'test/', 'scripts/'];
  expect(wanted.filter((folder) => folder !== 'electron/core/' && !table.includes(`\`${folder}\``))).toEqual([]);
});
