import { describe, expect, it } from 'vitest';
import { type Muted, mutedWords, muteSubjects, snoozeChoices } from '../../../renderer/state/row-menu-words.ts';
import { sampleNow, sampleRow } from '../harness/sample.ts';
import { inEnglish, inSpanish } from '../harness/sample-speech.ts';

const row = sampleRow({ id: '7' });
const chi = { userId: '501', name: 'Chi', initials: 'CN' };

describe('what can be muted from a row', () => {
  it.each([
    ['its task, its project and whoever did it', row, ['Spec', 'Autumn summit', 'Chi']],
    ['no task that is gone', sampleRow({ id: '7', kind: 'gone' }), ['Autumn summit', 'Chi']],
    ['no project that is not known', sampleRow({ id: '7', project: null }), ['Spec', 'Chi']],
    ['nobody where it is not known who', sampleRow({ id: '7', actor: null }), ['Spec', 'Autumn summit']],
    ['nobody who has no id', sampleRow({ id: '7', actor: { ...chi, userId: null } }), ['Spec', 'Autumn summit']],
    ['not oneself', sampleRow({ id: '7', reason: 'own-change' }), ['Spec', 'Autumn summit']],
  ])('is %s', (_, each, names) => expect(muteSubjects(each).map(({ name }) => name)).toEqual(names));
});

describe('what was muted', () => {
  const hour = 3_600_000;
  const task = { kind: 'task', name: row.taskName } as const;
  const project = { kind: 'project', name: 'Autumn summit' } as const;
  const person = { kind: 'person', name: 'Chi' } as const;

  it.each<[string, Omit<Muted, 'until'>, number | null]>([
    ['Muted this task until 18:30 today', task, hour],
    ['Muted Chi until tomorrow, 17:30', person, 24 * hour],
    ['Muted Autumn summit until you take it back', project, null],
  ])('is said as “%s”', (words, subject, ahead) => {
    const until = ahead === null ? null : sampleNow + ahead;
    expect(mutedWords({ ...subject, until }, sampleNow, inEnglish)).toBe(words);
  });

  it.each<[string, Omit<Muted, 'until'>, number | null]>([
    ['Silenciaste esta tarea hasta hoy a las 18:30', task, hour],
    ['Silenciaste a Chi hasta mañana a las 17:30', person, 24 * hour],
    ['Silenciaste Autumn summit hasta que lo deshagas', project, null],
  ])('is said in Spanish as “%s”', (words, subject, ahead) => {
    const until = ahead === null ? null : sampleNow + ahead;
    expect(mutedWords({ ...subject, until }, sampleNow, inSpanish)).toBe(words);
  });
});

describe('how long a change can be snoozed', () => {
  it('is up to the next morning', () => {
    expect(snoozeChoices(sampleNow, null, inEnglish)).toEqual([
      { words: '20 min', minutes: 20 },
      { words: '1 h', minutes: 60 },
      { words: '3 h', minutes: 180 },
      { words: 'Tomorrow, 9:00', minutes: 15 * 60 + 30 },
    ]);
  });

  it('is up to the same morning for whoever is still up', () => {
    expect(snoozeChoices(new Date(2026, 10, 25, 1, 0).getTime(), null, inEnglish).at(-1)).toEqual({
      words: 'Today, 9:00',
      minutes: 8 * 60,
    });
  });
});
