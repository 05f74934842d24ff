import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project’s folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const documentIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '' ? name : `${folder}/${name}`));

/** Every page of the documentation, as a path from the project’s folder. */
export const pages: readonly string[] = [...documentIn(''), ...documentIn('docs')].sort();

export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8');

/** A page without its blocks of code. */
export const proseOf = (markdown: string): string => markdown.replace(/^( *)```[^]*?^\1```/gm, '');

/** What GitHub makes of a heading as the part of an address after `#`. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

export const anchorsOf = (markdown: string): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  return new Set(
    [...proseOf(markdown).matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => {
      const anchor = anchorOf(heading.trim());
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
};

/** A link or picture of a page to something in the project. `path` is from the project’s folder; `anchor` is null without one. */
export type Link = { readonly path: string; readonly anchor: string | null };

export const linksOf = (page: string, markdown: string): readonly Link[] =>
  [...proseOf(markdown).matchAll(/\]\(<?([^)\s>]+)>?\)/g)]
    .map(([, target = '']) => target)
    // Beside the files of a repository GitHub has pages of its own: `../../releases`.
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('../../releases'))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { path: path === '' ? page : normalize(join(dirname(page), path)), anchor: anchor ?? null };
    });

export const isThere = (path: string): boolean => existsSync(join(root, path));
