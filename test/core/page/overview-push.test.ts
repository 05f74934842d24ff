import { expect, test } from 'vitest';
import { createOverviewPush } from '../../../electron/core/page/overview-push.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startPage } from './whole-page.ts';

const setUp = () => {
  const clock = createFakeClock();
  const begun = clock.now();
  const pushed: number[] = [];
  const push = createOverviewPush({ clock, push: () => void pushed.push(clock.now() - begun) });
  return { clock, pushed, push };
};

test('a thousand hooks within a second push five overviews, the last one with all of them told', async () => {
  const { clock, pushed, push } = setUp();
  for (let hook = 0; hook < 1_000; hook += 1) {
    push.soon();
    await clock.advance(1);
  }
  await clock.advance(1_000);
  expect(pushed).toEqual([0, 250, 500, 750, 1_000]);
});

test('what happens once is pushed at once', async () => {
  const { clock, pushed, push } = setUp();
  push.soon();
  await clock.advance(250);
  push.soon();
  expect(pushed).toEqual([0, 250]);
});

test('what somebody waits for is pushed at once, with what waited', async () => {
  const { clock, pushed, push } = setUp();
  push.soon();
  push.soon();
  await clock.advance(100);
  push.now();
  await clock.advance(1_000);
  expect(pushed).toEqual([0, 100]);
});

test('at rest no timer runs, and none after the end', async () => {
  const { clock, push } = setUp();
  push.soon();
  await clock.advance(250);
  expect(clock.waiting()).toBe(0);
  push.soon();
  push.dispose();
  expect(clock.waiting()).toBe(0);
});

test('a page that is told many changes at once gets every row, and few overviews', async () => {
  const { page, tell, events, clock } = startPage();
  for (const title of ['One', 'Two', 'Three', 'Four']) page.publishChanges(tell(title));
  await clock.advance(250);
  expect(events.map(({ event }) => event)).toEqual(['change', 'overview', 'change', 'change', 'change', 'overview']);
  expect(events.at(-1)).toMatchObject({ overview: { unread: 4 } });
});
