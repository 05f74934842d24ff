import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readPage, root } from './markdown.ts';
import { hasTest, namedTests } from './named-tests.ts';

const page = readPage('docs/privacy.md');

describe('The privacy page', () => {
  test.each(namedTests(page))('names a test that exists: %s › %s', (file, title) => {
    expect(hasTest(readPage(file), title)).toBe(true);
  });

  it('has a test behind its claims', () => {
    expect(namedTests(page).length).toBeGreaterThan(15);
  });
});

/** Hosts that are in the source and in no request: examples, names of formats, addresses of explanations. */
const neverAsked =
  /^(?:(?:[\w-]+\.)?example\.com|www\.w3\.org|sqlite\.org|docs\.appimage\.org|name\.localtunnel\.me|host|NAME\.localhost)$/;
const onThisMachine = /^(?:127\.0\.0\.1|localhost|redbooth\.localhost)$/;

it('the app knows no server but those that the page names', () => {
  const hosts = ['electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|html)$/.test(path))
      .flatMap((path) =>
        [
          ...readFileSync(join(root, folder, path), 'utf8').matchAll(
            /\b(?:https?|wss?):\/\/([a-zA-Z0-9][\w.-]*[a-zA-Z0-9])/g,
          ),
        ].map(([, host = '']) => host),
      ),
  );
  const others = hosts.filter((host) => !neverAsked.test(host) && !onThisMachine.test(host));
  expect([...new Set(others)].sort()).toEqual(['localtunnel.me', 'redbooth.com']);
  for (const host of new Set(others)) expect(page).toContain(`\`${host}\``);
});
