import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { hasTest, namedTests } from '../docs/named-tests.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');

/** The points of lists, each as one line. */
const points = read('SECURITY.md')
  .replace(/\n {2}(?=\S)/g, ' ')
  .split('\n')
  .filter((line) => line.startsWith('- '));
const cannot = points.filter((line) => line.startsWith('- Cannot '));
const named = namedTests(points.join('\n'));

describe('The threat model', () => {
  test('has something to say of everybody', () => {
    const headings = read('SECURITY.md').split('\n### ').slice(1);
    expect(headings.length).toBeGreaterThanOrEqual(7);
    for (const section of headings) expect(section).toMatch(/\n- Can [^]*\n- Cannot /);
  });

  test.each(cannot.map((line) => [line.slice(2).split(': `')[0] ?? '', line]))('names a test for: %s', (_, line) => {
    expect(line).toMatch(/: `test\/[^`]+\.test\.ts` › `[^`]+`/);
  });

  test.each(named)('names a test that exists: %s › %s', (file, title) => {
    expect(hasTest(read(file), title)).toBe(true);
  });

  test('names only files that exist', () => {
    const files = [...read('SECURITY.md').matchAll(/`(test\/[^`]+\.ts)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => !existsSync(fileURLToPath(new URL(file, root))))).toEqual([]);
  });
});
