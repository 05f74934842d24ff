import { expect, it } from 'vitest';
import { defaultRules } from '../../../electron/contract/default-rules.ts';
import { createRuleSituation } from '../../../electron/core/notify/rule-situation.ts';
import { readSettings } from '../../../electron/core/settings/settings.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const mute = { accountId: '1', kind: 'task', subjectId: '7', until: null } as const;

const situation = (settings: unknown, isPaused = false) => {
  const read = readSettings(settings);
  if (!read.ok) throw new Error(read.failure);
  return createRuleSituation({
    settings: () => read.value,
    mutes: { active: () => [mute] },
    isPaused: () => isPaused,
    system: { isDoNotDisturb: () => true },
    clock: createFakeClock(),
  })();
};

it('the rules look at the settings, the mutes, the pause, the system and the clock', () => {
  expect(situation({ chosenProjects: ['10'] }, true)).toEqual({
    rules: defaultRules(),
    chosenProjects: new Set(['10']),
    mutes: [mute],
    isPaused: true,
    isQuiet: false,
    isDoNotDisturb: true,
    now: createFakeClock().now(),
  });
});

// The fake clock starts on a Monday at 9:00 UTC.
it.each([
  ['within them', [{ days: ['mon'], from: '08:00', to: '10:00' }], 'UTC', true],
  ['on another day', [{ days: ['tue'], from: '08:00', to: '10:00' }], 'UTC', false],
  ['where it is later', [{ days: ['mon'], from: '08:00', to: '10:00' }], 'Asia/Tokyo', false],
  ['where it is as late', [{ days: ['mon'], from: '17:00', to: '19:00' }], 'Asia/Tokyo', true],
])('quiet hours are those of the time zone of the settings: %s', (_, quietHours, timeZone, isQuiet) => {
  expect(situation({ quietHours, timeZone }).isQuiet).toBe(isQuiet);
});
