import { expect, it, onTestFinished } from 'vitest';
import { fail, succeed } from '../../../electron/contract/index.ts';
import { createTeamLink } from '../../../electron/core/team/link.ts';
import type { TeamSession } from '../../../electron/core/team/session.ts';
import { type TeamTroubleCode, teamTrouble } from '../../../electron/core/team/team-trouble.ts';
import { createFakeClock } from '../../fakes/clock.ts';

/** A link whose sessions open as `outcomes` say; after them they all open. */
const start = (...outcomes: readonly TeamTroubleCode[]) => {
  const clock = createFakeClock();
  const states: string[] = [];
  const happened: string[] = [];
  const ends: ((code: TeamTroubleCode) => void)[] = [];
  let tries = 0;
  const link = createTeamLink<TeamSession>({
    open: async () => {
      const code = outcomes[tries++];
      if (code !== undefined) return fail(teamTrouble(code));
      return succeed({
        ended: new Promise((resolve) => ends.push((ending) => resolve(teamTrouble(ending)))),
        check: () => happened.push('checked'),
        close: async () => void happened.push('closed'),
      });
    },
    clock,
    random: () => 1,
    onOpened: () => void happened.push('opened'),
    onEnded: () => void happened.push('ended'),
    onState: ({ state }) => void states.push(state),
  });
  onTestFinished(() => link.dispose());
  link.start();
  return { link, clock, states, happened, ends, tries: () => tries };
};

it('tries again and again, at most 30 s apart, until a session opens', async () => {
  const { clock, link, tries } = start(...Array<TeamTroubleCode>(30).fill('team-unreachable'));
  await clock.advance(1_100);
  expect(tries()).toBeGreaterThan(1);
  await clock.advance(30 * 30_000);
  expect(link.current().state).toBe('online');
});

it('rests for 10 to 15 minutes when only a person can help', async () => {
  const { clock, link, tries } = start('team-refused');
  await clock.advance(9 * 60_000);
  expect([tries(), link.current().trouble?.code]).toEqual([1, 'team-refused']);
  await clock.advance(6 * 60_000);
  expect([tries(), link.current().state]).toEqual([2, 'online']);
});

it('tries at once after sleep', async () => {
  const { clock, link, tries } = start('team-refused');
  await clock.advance(0);
  link.wake();
  await clock.advance(0);
  expect([tries(), link.current().state]).toEqual([2, 'online']);
});

it('looks at an open session after sleep and every 5 minutes', async () => {
  const { clock, link, happened } = start();
  await clock.advance(0);
  link.wake();
  await clock.advance(5 * 60_000);
  expect(happened).toEqual(['opened', 'checked', 'checked']);
});

it('closes a session that has ended, says why, and opens the next', async () => {
  const { clock, ends, happened, states } = start();
  await clock.advance(0);
  ends[0]?.('team-unreachable');
  await clock.advance(0);
  expect(happened).toEqual(['opened', 'ended', 'closed']);
  await clock.advance(2_000);
  expect(states).toEqual(['connecting', 'online', 'offline', 'online']);
});

it('starts nothing more once it is disposed', async () => {
  const { clock, link, happened, tries } = start();
  await clock.advance(0);
  await link.dispose();
  link.wake();
  await clock.advance(60_000);
  expect(happened).toEqual(['opened', 'ended', 'closed']);
  expect([tries(), clock.waiting()]).toEqual([1, 0]);
});
