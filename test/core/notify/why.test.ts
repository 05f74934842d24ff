import { describe, expect, it } from 'vitest';
import type { ChangeAccount, Decision } from '../../../electron/core/changes/change.ts';
import { whyOf } from '../../../electron/core/notify/why.ts';
import { anAccount } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = Date.UTC(2026, 10, 23, 9, 0, 0);
const why = (decision: Decision | null, account: Partial<ChangeAccount> = {}, zone: string | null = 'UTC'): string =>
  whyOf({ account: anAccount(account), decision }, readingAt(now, zone));

const told = (reason: string, basis?: Decision['basis']): Decision => ({
  kind: 'notified',
  reason,
  ...(basis === undefined ? {} : { basis }),
});
const skipped = (reason: string, basis?: Decision['basis']): Decision => ({ ...told(reason, basis), kind: 'skipped' });

describe('why a change was told', () => {
  it.each<[Decision, string]>([
    [told('mentions-you'), 'Told because it mentions you'],
    [told('assigned-to-you'), 'Told because it is assigned to you'],
    [told('was-assigned-to-you'), 'Told because it was assigned to you'],
    [told('created-by-you'), 'Told because you created it'],
    [told('watched-by-you'), 'Told because you watch it'],
    [told('in-chosen-project'), 'Told because Autumn summit is one of your chosen projects'],
    [told('any-task', { subject: 'comment', scope: 'other' }), 'Told, by your rule for comments on all other tasks'],
    [told('of-a-later-version'), 'Told'],
  ])('%o: %s', (decision, sentence) => {
    expect(why(decision)).toBe(sentence);
  });
});

describe('why a change was not told', () => {
  it.each<[Decision, string]>([
    [skipped('own-change'), 'Only listed: you did this yourself'],
    [skipped('filtered'), 'Only listed: it is not your task, and you do not watch it'],
    [
      skipped('filtered', { subject: 'status', scope: 'other' }),
      'Only listed: it is not your task, and you do not watch it',
    ],
    [
      skipped('filtered', { subject: 'deleted', scope: 'watched' }),
      'Only listed, by your rule for the deletion of tasks you watch',
    ],
    [
      skipped('filtered', { subject: 'due-date', scope: 'mine' }),
      'Only listed, by your rule for due dates of your tasks',
    ],
    [
      skipped('ignored', { subject: 'other', scope: 'chosen' }),
      'Not listed, by your rule for other changes of tasks in your chosen projects',
    ],
    [skipped('ignored'), 'Not listed, by your rules'],
    [skipped('paused'), 'Held back while notifications were paused'],
    [skipped('quiet-hours'), 'Held back during your quiet hours'],
    [skipped('do-not-disturb'), 'Held back while your system was set not to disturb you'],
    [skipped('cancelled-out'), 'Only listed: it was created and deleted before you could be told'],
    [skipped('of-a-later-version'), 'Only listed'],
  ])('%o: %s', (decision, sentence) => {
    expect(why(decision)).toBe(sentence);
  });

  it.each([
    ['muted-task', 'Only listed: you muted “Book venue”'],
    ['muted-project', 'Only listed: you muted Autumn summit'],
    ['muted-organization', 'Only listed: you muted its organisation'],
    ['muted-person', 'Only listed: you muted Bo'],
  ])('%s names what was muted', (reason, sentence) => {
    expect(why(skipped(reason, { subject: 'comment', scope: 'mine', mutedUntil: null }))).toBe(sentence);
  });

  it.each<[string, number, string | null, string]>([
    ['later today', now + 9 * 3_600_000, 'UTC', ' until 18:00'],
    ['later today where it is later', now + 9 * 3_600_000, 'Europe/Berlin', ' until 19:00'],
    ['tomorrow', now + 24 * 3_600_000, 'UTC', ' until tomorrow, 09:00'],
    ['within a week', now + 48 * 3_600_000, 'UTC', ' until Wednesday, 09:00'],
    ['yesterday', now - 24 * 3_600_000, 'UTC', ' until yesterday, 09:00'],
    ['long ago', now - 480 * 3_600_000, 'UTC', ' until 3 Nov, 09:00'],
  ])('until when it was muted: %s', (_, mutedUntil, zone, until) => {
    const decision = skipped('muted-project', { subject: 'comment', scope: 'mine', mutedUntil });
    expect(why(decision, {}, zone)).toBe(`Only listed: you muted Autumn summit${until}`);
  });

  it('is one line, however a project is called', () => {
    const project = { id: '10', name: `One\nTwo ${'long '.repeat(40)}` };
    const sentence = why(skipped('muted-project'), { project });
    expect(sentence).toMatch(/^Only listed: you muted One Two long .*…$/);
    expect(sentence.length).toBeLessThan(100);
  });

  it('also where nobody and no project is known', () => {
    expect(why(skipped('muted-person'), { actor: null })).toBe('Only listed: you muted who did it');
    expect(why(skipped('muted-project'), { project: null })).toBe('Only listed: you muted its project');
    expect(why(null)).toBe('Not decided yet');
  });
});
