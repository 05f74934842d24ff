import { describe, expect, it } from 'vitest';
import { type Reminder, reminderOf } from '../../../electron/core/reminders/reminder.ts';
import {
  discreetReminders,
  reminderSentence,
  remindersSentence,
} from '../../../electron/core/reminders/reminder-words.ts';
import { myTask } from './harness.ts';
import { readingAt } from '../../fakes/reading.ts';
import { english } from '../../../electron/messages/en/index.ts';

// A Monday.
const now = Date.UTC(2026, 10, 23, 9, 0, 0);
const reading = readingAt(now);
const reminder = (dueOn: string, name = 'Book venue'): Reminder => {
  const found = reminderOf(myTask('7', dueOn, { name }), '2026-11-23');
  if (found === null) throw new Error('nothing to be reminded of');
  return found;
};
const today = '2026-11-23';
const yesterday = '2026-11-22';

describe('one task', () => {
  it.each([
    [today, '“Book venue” is due today', 'Autumn summit · assigned to you'],
    [yesterday, '“Book venue” is overdue', 'Autumn summit · was due yesterday'],
    ['2026-11-20', '“Book venue” is overdue', 'Autumn summit · was due 20 Nov'],
    ['2025-12-24', '“Book venue” is overdue', 'Autumn summit · was due 24 Dec 2025'],
  ])('due on %s: %s, %s', (dueOn, title, body) => {
    const situation = { project: 'Autumn summit', asOf: null };
    expect(reminderSentence(reminder(dueOn), situation, reading)).toEqual({ title, body });
  });

  it('of a project whose name is not known goes without', () => {
    const situation = { project: null, asOf: null };
    expect(reminderSentence(reminder(today), situation, reading).body).toBe('assigned to you');
  });

  it.each([
    ['today', now - 5 * 3_600_000, 'assigned to you'],
    ['yesterday', now - 10 * 3_600_000, 'assigned to you · as of yesterday'],
    ['in October', Date.UTC(2026, 9, 5), 'assigned to you · as of 5 Oct'],
  ])('that was last read %s says so where it matters', (_, asOf, body) => {
    expect(reminderSentence(reminder(today), { project: null, asOf }, reading).body).toBe(body);
  });

  it('has its days in the time zone', () => {
    const there = readingAt(Date.UTC(2026, 10, 23, 20), 'Pacific/Kiritimati');
    expect(reminderSentence(reminder(yesterday), { project: null, asOf: null }, there).body).toBe('was due 22 Nov');
  });

  it('is one line of plain text, however it is named', () => {
    const long = reminder(today, `Line\none ${'long '.repeat(60)}`);
    const { title } = reminderSentence(long, { project: null, asOf: null }, reading);
    expect(title).toMatch(/^“Line one long [^\n]*…” is due today$/u);
    expect(title.length).toBeLessThan(110);
  });
});

describe('many tasks', () => {
  const many = (dueToday: number, overdue: number): readonly Reminder[] => [
    ...Array.from({ length: overdue }, (_, index) => reminder(yesterday, `Late ${index + 1}`)),
    ...Array.from({ length: dueToday }, (_, index) => reminder(today, `Now ${index + 1}`)),
  ];

  it.each([
    [5, 0, '5 tasks are due today', '“Now 1”, “Now 2”, “Now 3” and 2 more'],
    [0, 4, '4 tasks are overdue', '“Late 1”, “Late 2”, “Late 3” and 1 more'],
    [3, 2, '3 tasks are due today, 2 are overdue', '“Now 1”, “Now 2”, “Now 3” and 2 more'],
    [1, 4, '1 task is due today, 4 are overdue', '“Now 1”, “Late 1”, “Late 2” and 2 more'],
    [4, 1, '4 tasks are due today, 1 is overdue', '“Now 1”, “Now 2”, “Now 3” and 2 more'],
    [2, 1, '2 tasks are due today, 1 is overdue', '“Now 1”, “Now 2”, “Late 1”'],
  ])('%i due today and %i overdue: %s, %s', (dueToday, overdue, title, body) => {
    expect(remindersSentence(many(dueToday, overdue), english)).toEqual({ title, body });
  });

  it('name the first ones, cut so that the number stays in sight', () => {
    const { body } = remindersSentence(
      Array.from({ length: 9 }, () => reminder(today, 'word '.repeat(40))),
      english,
    );
    expect(body).toMatch(/…”, .* and 6 more$/u);
    expect(body.length).toBeLessThan(160);
  });
});

it.each<[readonly Reminder[], string, string]>([
  [[reminder(today, 'Sack Chi')], '1 task is due today', 'Click to see which one'],
  [[reminder(yesterday, 'Sack Chi')], '1 task is overdue', 'Click to see which one'],
  [
    [reminder(today, 'Sack Chi'), reminder(yesterday, 'Sell Acme')],
    '1 task is due today, 1 is overdue',
    'Click to see which ones',
  ],
])('are told without their names on a screen that others see: %o', (reminders, title, body) => {
  expect(discreetReminders(reminders, english)).toEqual({ title, body });
});
