import { describe, expect, it } from 'vitest';
import { refusedWrite } from '../../../electron/core/acting/refusal-words.ts';
import type { ChangeAccount, Decision } from '../../../electron/core/changes/change.ts';
import { shortDate } from '../../../electron/core/notify/dates.ts';
import { discreetWords } from '../../../electron/core/notify/presenting.ts';
import { type Occasion, discreetSummaryOf, summaryOf } from '../../../electron/core/notify/summary.ts';
import { tallyOf } from '../../../electron/core/notify/tally.ts';
import { whyOf } from '../../../electron/core/notify/why.ts';
import {
  discreetReminders,
  reminderSentence,
  remindersSentence,
} from '../../../electron/core/reminders/reminder-words.ts';
import { type Reminder, reminderOf } from '../../../electron/core/reminders/reminder.ts';
import { spanish } from '../../../electron/messages/es/index.ts';
import { aChange, anAccount, anEdit, chi } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';
import { aTask } from '../../fakes/task.ts';

// A Monday.
const at = Date.UTC(2026, 10, 23, 9);
const now = readingAt(at, 'UTC', 'es');
const hour = 3_600_000;
const website = { id: '20', name: 'Nueva web' };

describe('a Spanish date', () => {
  it.each([
    ['2026-11-23', 'hoy'],
    ['2026-11-24', 'mañana'],
    ['2026-11-22', 'ayer'],
    ['2026-11-25', 'miércoles'],
    ['2026-12-03', '3 dic'],
    ['2027-01-01', '1 ene 2027'],
  ])('%s is “%s”', (dueOn, words) => expect(shortDate(dueOn, now)).toBe(words));
});

describe('a Spanish summary', () => {
  const several = (count: number, account: Partial<ChangeAccount>) =>
    Array.from({ length: count }, () => aChange({ project: website, ...account }));
  const summary = (occasion: Occasion, ...changes: readonly (readonly ReturnType<typeof aChange>[])[]) =>
    summaryOf(tallyOf(changes.flat(), now), occasion, spanish);
  const comment = { id: '500', body: 'Hola', mentionsMe: false };
  const to = (after: string) => ({ edits: [anEdit('status', { before: 'open', after })] });

  it.each<[Partial<ChangeAccount>, string, string]>([
    [to('resolved'), '1 resuelta', '2 resueltas'],
    [to('rejected'), '1 rechazada', '2 rechazadas'],
    [to('hold'), '1 puesta en espera', '2 puestas en espera'],
    [to('new'), '1 reabierta', '2 reabiertas'],
    [{ edits: [anEdit('assigned_id', { after: 'Chi' })] }, '1 asignada a otros', '2 asignadas a otros'],
    [
      { edits: [anEdit('assigned_id', { before: 'Ana', beforeIsMe: true })] },
      '1 que ya no es tuya',
      '2 que ya no son tuyas',
    ],
    [{ edits: [anEdit('due_on', { after: '2026-12-03' })] }, '1 fecha de vencimiento', '2 fechas de vencimiento'],
    [{ comment }, '1 comentario', '2 comentarios'],
    [{ edits: [anEdit('urgent', { after: 'true' })] }, '1 marcada como urgente', '2 marcadas como urgentes'],
    [{ edits: [anEdit('task_list_id', { after: 'Hecho' })] }, '1 movida', '2 movidas'],
    [{ edits: [anEdit('description', { after: 'x' })] }, '1 cambiada', '2 cambiadas'],
  ])('agrees in number: %j', (account, one, two) => {
    expect([summary('burst', several(1, account)).body, summary('burst', several(2, account)).body]).toEqual([
      one,
      two,
    ]);
  });

  it('says how many changes there are, where, and first what was meant for the user', () => {
    const mention = { ...comment, mentionsMe: true };
    expect(summary('burst', several(3, to('resolved')), several(1, { actor: chi, comment: mention }))).toEqual({
      title: '4 cambios en Nueva web',
      body: 'Chi te mencionó en “Book venue” · 3 resueltas, 1 mención a ti',
    });
    expect(summary('burst', several(2, {}), several(1, { project: null }))).toEqual({
      title: '3 cambios en 2 proyectos',
      body: 'Nueva web 2, Otros 1',
    });
  });

  it.each<[Occasion, string]>([
    ['away', '3 cambios mientras no estabas'],
    ['quiet', '3 cambios durante el silencio'],
    ['paused', '3 cambios durante la pausa'],
    ['gone', '3 tareas ya no están'],
    ['snoozed', '3 cambios pospuestos'],
  ])('of what came together (%s) is “%s”', (occasion, title) => {
    expect(summary(occasion, several(3, {})).title).toBe(title);
  });

  it('names nothing where anybody can read it', () => {
    expect(discreetSummaryOf(tallyOf(several(5, { comment }), now), spanish)).toEqual({
      title: '5 cambios',
      body: 'Haz clic para ver qué cambió',
    });
    expect([discreetWords(1, spanish).title, discreetWords(3, spanish).title]).toEqual([
      'Cambió una tarea',
      'Cambiaron 3 tareas',
    ]);
  });
});

describe('why, in Spanish', () => {
  const told = (reason: string, basis?: Decision['basis']): Decision => ({
    kind: 'notified',
    reason,
    ...(basis === undefined ? {} : { basis }),
  });
  const skipped = (reason: string, basis?: Decision['basis']): Decision => ({
    ...told(reason, basis),
    kind: 'skipped',
  });

  it.each<[Decision, string]>([
    [told('mentions-you'), 'Se avisó porque te menciona'],
    [told('in-chosen-project'), 'Se avisó porque Autumn summit es uno de tus proyectos elegidos'],
    [
      told('any-task', { subject: 'comment', scope: 'other' }),
      'Se avisó por tu regla para los comentarios en todas las demás tareas',
    ],
    [
      skipped('filtered', { subject: 'deleted', scope: 'watched' }),
      'Solo en la lista, por tu regla para la eliminación de las tareas que sigues',
    ],
    [skipped('muted-person'), 'Solo en la lista: silenciaste a Bo'],
    [skipped('quiet-hours'), 'Retenido durante tus horas de silencio'],
  ])('%j: %s', (decision, sentence) => {
    expect(whyOf({ account: anAccount(), decision }, now)).toBe(sentence);
  });

  it.each([
    [at + 9 * hour, 'hasta las 18:00'],
    [at + 16 * hour, 'hasta mañana a la 01:00'],
    [at + 48 * hour, 'hasta el miércoles a las 09:00'],
    [at - 480 * hour, 'hasta el 3 nov a las 09:00'],
  ])('until when it was muted: %i', (mutedUntil, until) => {
    const decision = skipped('muted-project', { subject: 'comment', scope: 'mine', mutedUntil });
    expect(whyOf({ account: anAccount(), decision }, now)).toBe(`Solo en la lista: silenciaste Autumn summit ${until}`);
  });
});

describe('a Spanish reminder', () => {
  const reminder = (dueOn: string, name = 'Sala'): Reminder => {
    const found = reminderOf(aTask({ name, dueOn }), '2026-11-23');
    if (found === null) throw new Error('nothing to be reminded of');
    return found;
  };

  it.each([
    ['2026-11-23', '“Sala” vence hoy', 'Nueva web · asignada a ti'],
    ['2026-11-22', '“Sala” está vencida', 'Nueva web · venció ayer'],
    ['2026-11-20', '“Sala” está vencida', 'Nueva web · venció el 20 nov'],
  ])('of a task due on %s: %s', (dueOn, title, body) => {
    expect(reminderSentence(reminder(dueOn), { project: 'Nueva web', asOf: null }, now)).toEqual({ title, body });
  });

  it('says since when it may be out of date', () => {
    const { body } = reminderSentence(reminder('2026-11-23'), { project: null, asOf: at - 10 * hour }, now);
    expect(body).toBe('asignada a ti · según se vio ayer');
  });

  it.each([
    [5, 0, '5 tareas vencen hoy', 'y 2 más'],
    [0, 4, '4 tareas están vencidas', 'y 1 más'],
    [1, 4, '1 tarea vence hoy, 4 están vencidas', 'y 2 más'],
    [4, 1, '4 tareas vencen hoy, 1 está vencida', 'y 2 más'],
  ])('of %i due today and %i overdue: %s', (dueToday, overdue, title, more) => {
    const all = [
      ...Array.from({ length: dueToday }, () => reminder('2026-11-23')),
      ...Array.from({ length: overdue }, () => reminder('2026-11-22')),
    ];
    expect(remindersSentence(all, spanish)).toEqual({ title, body: `“Sala”, “Sala”, “Sala” ${more}` });
    expect(discreetReminders(all, spanish)).toEqual({ title, body: 'Haz clic para ver cuáles' });
  });
});

it.each([
  [{ kind: 'resolve' }, 'así que “Sala” no se resolvió'],
  [{ kind: 'reopen' }, 'así que “Sala” no se reabrió'],
  [{ kind: 'comment', body: 'Hola' }, 'así que tu comentario en “Sala” no se envió'],
] as const)('a refusal says in Spanish what was not done: %j', (wish, words) => {
  expect(refusedWrite(wish, 'Sala', { kind: 'forbidden' }, spanish).message).toContain(words);
});
