/** The values of a desktop entry’s main group, unescaped as the text they stand for. */
export type DesktopEntry = ReadonlyMap<string, string>;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
const meanings: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', t: '\t', r: '\r', s: ' ' };

/** Escapes a value of type string (Desktop Entry Specification 1.5, “Possible value types”). */
const escapeValue = (value: string): string => value.replace(/[\\\n\t\r]/g, (character) => escapes[character] ?? '');
const readValue = (text: string): string =>
  text.replace(/\\([\\ntrs])/g, (_, letter: string) => meanings[letter] ?? '');

/** Writes a desktop entry: a value is given as the text it stands for. */
export const writeDesktopEntry = (values: Readonly<Record<string, string>>): string =>
  `[Desktop Entry]\n${Object.entries(values)
    .map(([key, value]) => `${key}=${escapeValue(value)}\n`)
    .join('')}`;

/** Reads the main group of a desktop entry; of a key given twice the first counts. */
export const readDesktopEntry = (text: string): DesktopEntry => {
  const values = new Map<string, string>();
  let isMain = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) isMain = line.trim() === '[Desktop Entry]';
    const [, key, value] = /^([A-Za-z0-9-]+(?:\[[^\]]*\])?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (isMain && key !== undefined && value !== undefined && !values.has(key))
      values.set(key, readValue(value.trimEnd()));
  }
  return values;
};

/** Quotes one argument of `Exec`, before the escaping that every value gets (“The Exec key”). */
const quoteArgument = (argument: string): string => {
  const codeless = argument.replaceAll('%', '%%');
  return /^[\w@%+:,./-]+$/.test(codeless) ? codeless : `"${codeless.replace(/["`$\\]/g, '\\$&')}"`;
};

/** The value of `Exec` for a command. */
export const writeExec = (command: readonly string[]): string => command.map(quoteArgument).join(' ');

/** The program in a value of `Exec`; null when there is none. */
export const programOf = (exec: string): string | null => {
  const [, quoted, plain] = /^\s*(?:"((?:[^"\\]|\\.)*)"|(\S+))/s.exec(exec) ?? [];
  const program = quoted?.replace(/\\(.)/gs, '$1') ?? plain;
  return program?.replaceAll('%%', '%') ?? null;
};
