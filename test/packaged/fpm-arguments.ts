/** What electron-builder asks fpm for. */
export type PackageRequest = {
  readonly kind: 'deb' | 'rpm';
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly maintainer: string;
  readonly vendor: string;
  readonly url: string;
  readonly license: string;
  readonly category: string;
  readonly priority: string;
  readonly summary: string;
  readonly description: string;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** Files of scripts. */
  readonly afterInstall: string;
  readonly afterRemove: string;
  readonly output: string;
  /** What is installed where; a folder has a slash behind it. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
};

const switches = new Set(['--force', '--debug']);

/** Reads fpm’s command line as far as electron-builder uses it; throws for what it does not know. */
export const readFpmArguments = (given: readonly string[]): PackageRequest => {
  const options = new Map<string, string[]>();
  const files: { from: string; to: string }[] = [];
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index] ?? '';
    if (switches.has(argument)) continue;
    if (argument.startsWith('-')) {
      options.set(argument, [...(options.get(argument) ?? []), given[index + 1] ?? '']);
      index += 1;
      continue;
    }
    const equals = argument.lastIndexOf('=');
    if (equals === -1) throw new Error(`fpm: ${argument} says not where it goes`);
    files.push({ from: argument.slice(0, equals), to: argument.slice(equals + 1) });
  }
  const all = (name: string): readonly string[] => options.get(name) ?? [];
  const one = (name: string): string => all(name).at(-1) ?? '';
  const kind = one('-t');
  if (kind !== 'deb' && kind !== 'rpm') throw new Error(`fpm: no package of the kind ${kind} is made here`);
  return {
    kind,
    name: one('--name'),
    version: one('--version'),
    architecture: one('--architecture'),
    maintainer: one('--maintainer'),
    vendor: one('--vendor'),
    url: one('--url'),
    license: one('--license'),
    category: one('--category'),
    priority: one('--deb-priority'),
    summary: one('--rpm-summary'),
    description: one('--description'),
    depends: all('-d'),
    recommends: all('--deb-recommends'),
    afterInstall: one('--after-install'),
    afterRemove: one('--after-remove'),
    output: one('--package'),
    files,
  };
};
