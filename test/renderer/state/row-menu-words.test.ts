import { describe, expect, it } from 'vitest';
import { mutedWords, muteSubjects, snoozeChoices } from '../../../renderer/state/row-menu-words.ts';
import { sampleNow, sampleRow } from '../harness/sample.ts';

const row = sampleRow({ id: '7' });
const chi = { userId: '501', name: 'Chi', initials: 'CN' };

describe('what can be muted from a row', () => {
  it.each([
    ['its task, its project and whoever did it', row, ['This task', 'Autumn summit', 'Chi']],
    ['no task that is gone', sampleRow({ id: '7', kind: 'gone' }), ['Autumn summit', 'Chi']],
    ['no project that is not known', sampleRow({ id: '7', project: null }), ['This task', 'Chi']],
    ['nobody where it is not known who', sampleRow({ id: '7', actor: null }), ['This task', 'Autumn summit']],
    ['nobody who has no id', sampleRow({ id: '7', actor: { ...chi, userId: null } }), ['This task', 'Autumn summit']],
    ['not oneself', sampleRow({ id: '7', reason: 'own-change' }), ['This task', 'Autumn summit']],
  ])('is %s', (_, each, names) => expect(muteSubjects(each).map(({ name }) => name)).toEqual(names));
});

describe('what was muted', () => {
  it.each([
    ['Muted this task until 18:30 today', 'task', 60],
    ['Muted Chi until tomorrow, 17:30', 'person', 1_440],
    ['Muted Autumn summit until you take it back', 'project', null],
  ] as const)('is said as “%s”', (words, kind, minutes) =>
    expect(mutedWords(row, kind, minutes, sampleNow)).toBe(words),
  );
});

describe('how long a change can be snoozed', () => {
  it('is up to the next morning', () => {
    expect(snoozeChoices(sampleNow)).toEqual([
      { words: '20 min', minutes: 20 },
      { words: '1 h', minutes: 60 },
      { words: '3 h', minutes: 180 },
      { words: 'Tomorrow, 9:00', minutes: 15 * 60 + 30 },
    ]);
  });

  it('is up to the same morning for whoever is still up', () => {
    expect(snoozeChoices(new Date(2026, 10, 25, 1, 0).getTime()).at(-1)).toEqual({
      words: 'Today, 9:00',
      minutes: 8 * 60,
    });
  });
});
