import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createPageLinks, pageLinkUrl } from '../../electron/web/page-links.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

const minute = 60_000;

const create = () => {
  const clock = createFakeClock();
  const database = openDatabase(':memory:');
  return { clock, database, links: createPageLinks({ database, clock }) };
};

it('redeems a token once', () => {
  const { links } = create();
  const token = links.issue();
  expect([links.redeem(token), links.redeem(token)]).toEqual([true, false]);
});

it('issues tokens of 256 bits that differ', () => {
  const { links } = create();
  const tokens = [links.issue(), links.issue()];
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

it.each([
  ['just before 10 minutes are over', 10 * minute - 1, true],
  ['after 10 minutes', 10 * minute, false],
])('redeems a token %s: %s ms, %s', async (_, age, isGood) => {
  const { links, clock } = create();
  const token = links.issue();
  await clock.advance(age);
  expect(links.redeem(token)).toBe(isGood);
});

it.each(['', 'x', 'A'.repeat(43), 'ü'.repeat(10_000)])('redeems no token that was never issued', (token) => {
  const { links } = create();
  links.issue();
  expect(links.redeem(token)).toBe(false);
});

it('keeps several links apart', () => {
  const { links } = create();
  const [first, second] = [links.issue(), links.issue()];
  expect([links.redeem(second), links.redeem(first)]).toEqual([true, true]);
});

it('redeems in one process what another has issued, and only once among both', () => {
  const clock = createFakeClock();
  const file = join(temporaryDirectory(), 'history.sqlite');
  const [running, asking] = [openDatabase(file), openDatabase(file)];
  const token = createPageLinks({ database: asking, clock }).issue();
  expect(createPageLinks({ database: running, clock }).redeem(token)).toBe(true);
  expect(createPageLinks({ database: asking, clock }).redeem(token)).toBe(false);
  running.close();
  asking.close();
});

it('keeps only a digest, and forgets what is too old', async () => {
  const { links, clock, database } = create();
  const stale = links.issue();
  await clock.advance(11 * minute);
  const fresh = links.issue();
  const rows = JSON.stringify(database.prepare('SELECT * FROM page_link').all());
  expect(rows).not.toContain(stale);
  expect(rows).not.toContain(fresh);
  expect(database.prepare('SELECT * FROM page_link').all()).toHaveLength(1);
});

it('puts the token into the fragment, which browsers keep to themselves', () => {
  const link = new URL(pageLinkUrl(8766, 'abc'));
  expect([link.origin, link.search, link.hash]).toEqual(['http://127.0.0.1:8766', '', '#token=abc']);
});
