import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { machineWords } from './machine.ts';

const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

const head = `# Benchmarks

Written by \`npm run bench -- --write\` and \`npm run soak -- --minutes 20 --write\`; a word after \`--\` measures one part anew (\`npm run bench -- history --write\`).
Every figure is a ratio or a bound taken within one run, so that what else the machine does weighs on both sides. What could not be measured says why, and what
misses its goal says why and what would be tried next. Where other work can only add to a time, the best of several runs counts, and the middle one stands beside. A section shows its last run only, not how runs differ. Figures of different machines, or of different loads, are not to be compared.
`;

const sectionsOf = (text: string): Map<string, string> => {
  const sections = new Map<string, string>();
  for (const part of text.split(/^## /m).slice(1)) {
    const [title = '', ...lines] = part.split('\n');
    sections.set(title, lines.join('\n').trim());
  }
  return sections;
};

/** Puts a section of docs/benchmarks.md in the place of the one with the same title, or at the end. `load` is the machine’s before and after. */
export const writeSection = async (title: string, load: string, text: string): Promise<void> => {
  const sections = sectionsOf(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const date = new Date().toISOString().slice(0, 10);
  sections.set(title, `${date}; ${machineWords()}; load average ${load}.\n\n${text}`);
  const body = [...sections].map(([name, content]) => `## ${name}\n\n${content}\n`);
  const options = await resolveConfig(file);
  writeFileSync(file, await format([head, ...body].join('\n'), { ...options, filepath: file }));
};
