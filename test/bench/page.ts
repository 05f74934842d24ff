import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { machineWords } from './machine.ts';

const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

const head = `# Benchmarks

Written by \`npm run bench -- --write\` and \`npm run soak -- --minutes 20 --write\`; a word after \`--\` measures one part anew (\`npm run bench -- history --write\`).
Every figure is a ratio or a bound taken within one run, so that what else the machine does weighs on both sides. What could not be measured says why, and what
misses its goal says why and what would be tried next. Where other work can only add to a time, the best of several runs counts, and the middle one stands beside. A section shows its last run only, not how runs differ. Figures of different machines, or of different loads, are not to be compared.

[All documentation](README.md)
`;

const sectionsOf = (text: string): Map<string, string> => {
  const sections = new Map<string, string>();
  for (const part of text.split(/^## /m).slice(1)) {
    const [title = '', ...lines] = part.split('\n');
    sections.set(title, lines.join('\n').trim());
  }
  return sections;
};

/** The page with a section in the place of the one with the same title, or at the end. */
export const withSection = (page: string, title: string, content: string): string => {
  const sections = sectionsOf(page).set(title, content.trim());
  return [head, ...[...sections].map(([name, each]) => `## ${name}\n\n${each}\n`)].join('\n');
};

/** Puts a section into docs/benchmarks.md. `load` is the machine’s before and after. */
export const writeSection = async (title: string, load: string, text: string): Promise<void> => {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const date = new Date().toISOString().slice(0, 10);
  const written = withSection(page, title, `${date}; ${machineWords()}; load average ${load}.\n\n${text}`);
  const options = await resolveConfig(file);
  writeFileSync(file, await format(written, { ...options, filepath: file }));
};
