import { expect, it } from 'vitest';
import { english } from '../../../renderer/messages/en/index.ts';
import { createAnnouncer } from '../../../renderer/state/announcer.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const start = () => {
  const clock = createFakeClock();
  const schedule = (milliseconds: number, task: () => void) => clock.schedule(milliseconds, task);
  return { clock, announcer: createAnnouncer(schedule, () => english.list) };
};

it('reads out one change in its own words', async () => {
  const { clock, announcer } = start();
  announcer.announce('Chi resolved “Draft launch plan”');
  await clock.advance(1_000);
  expect(announcer.text.value).toBe('Chi resolved “Draft launch plan”');
});

it('reads out a burst as one sentence', async () => {
  const { clock, announcer } = start();
  for (const task of ['A', 'B', 'C']) announcer.announce(`Chi resolved “${task}”`);
  await clock.advance(1_000);
  expect(announcer.text.value).toBe('3 new changes');
});

it('keeps no timer once disposed', () => {
  const { clock, announcer } = start();
  announcer.announce('Chi resolved “A”');
  announcer.dispose();
  expect(clock.waiting()).toBe(0);
});

it('says at once what became of something the user did, also twice the same', () => {
  const { announcer } = start();
  announcer.say('You resolved the task');
  expect(announcer.text.value).toBe('You resolved the task');
  announcer.say('You resolved the task');
  expect(announcer.text.value.trim()).toBe('You resolved the task');
  expect(announcer.text.value).not.toBe('You resolved the task');
});
