import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const directory = fileURLToPath(new URL('../../../dist', import.meta.url));
const textOf = (file: string): string => readFileSync(`${directory}/${file}`, 'utf8');
const mapSchema = v.pipe(v.string(), v.parseJson(), v.object({ sources: v.array(v.nullable(v.string())) }));

const chunks = readdirSync(directory).filter((file) => /\.c?js$/.test(file));
/** Whether any of the client for NATS is in it. */
const hasNats = (file: string): boolean =>
  // A piece that is only of the bundler’s making has no map.
  existsSync(`${directory}/${file}.map`) &&
  v.parse(mapSchema, textOf(`${file}.map`)).sources.some((source) => source?.includes('/@nats-io/') === true);
/** Every way in which other pieces ask for `file`: with ten characters of what is before it. */
const mentions = (file: string): readonly string[] =>
  chunks
    .filter((each) => each !== file)
    .flatMap((each) => [...textOf(each).matchAll(/(.{0,10})(?:require|import)\(["'`]\.\/([\w.-]+)["'`]\)/gs)])
    .filter(([, , name]) => name === file)
    .map(([, before = '']) => before);

describe.each(['headless-run', 'main'])('the bundle %s', (bundle) => {
  const withNats = chunks.filter((file) => file.startsWith(bundle) && hasNats(file));

  it('has all of NATS in one piece of its own', () => {
    expect(withNats).toHaveLength(1);
    expect(withNats[0]).toMatch(new RegExp(`^${bundle}-nats-`));
  });

  it('loads that piece only when it is asked for', () => {
    const asked = withNats.flatMap(mentions);
    expect(asked.length).toBeGreaterThan(0);
    for (const before of asked) expect(before).toMatch(/(?:\(\)|=>) ?(?:=>)? ?$/);
  });
});

it('every other entry is without NATS', () => {
  expect(chunks.filter((file) => ['headless.js', 'preload.cjs'].includes(file) && hasNats(file))).toEqual([]);
});
