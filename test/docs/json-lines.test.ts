import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPage, root } from './markdown.ts';

it('docs/headless.md tells of every line of --json', () => {
  const source = readFileSync(join(root, 'electron/core/operator/line.ts'), 'utf8');
  const events = [...source.matchAll(/readonly event: '([\w-]+)'/g)].map(([, event = '']) => event);
  expect(events.length).toBeGreaterThan(8);
  const [, section = ''] = readPage('docs/headless.md').split('## JSON lines');
  expect(events.filter((event) => !section.includes(`| \`${event}\``))).toEqual([]);
});
