import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project’s file at `path`. */
export const readProjectFile = (path: string): string => readFileSync(join(root, path), 'utf8');

// The reader that electron-updater brings along for the lists of releases.
const load: unknown = Reflect.get(
  createRequire(createRequire(import.meta.url).resolve('electron-updater'))('js-yaml'),
  'load',
);

/** The project’s YAML file at `path`, parsed. */
export const readProjectYaml = (path: string): unknown => {
  if (typeof load !== 'function') throw new Error('there is no YAML reader');
  return load(readProjectFile(path));
};

/** What is at `path` in a parsed file; undefined where there is nothing. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (holder, name) => (typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined),
    value,
  );

/** The members of what is at `path`, by name; none where there is nothing. */
export const membersAt = (
  value: unknown,
  ...path: readonly (string | number)[]
): readonly (readonly [string, unknown])[] => Object.entries(at(value, ...path) ?? {});
