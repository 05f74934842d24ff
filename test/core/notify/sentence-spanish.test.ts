import { describe, expect, it } from 'vitest';
import type { changeKinds } from '../../../electron/contract/index.ts';
import type { Change, ChangeAccount } from '../../../electron/core/changes/change.ts';
import { fieldRow } from '../../../electron/core/notify/field-words.ts';
import { mergedSentence } from '../../../electron/core/notify/merged-sentence.ts';
import { sentenceOf } from '../../../electron/core/notify/sentence.ts';
import { ana, anAccount, anEdit, chi } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = readingAt(Date.UTC(2026, 10, 20, 9), 'UTC', 'es');
const summit = { id: '10', name: 'Cumbre de otoño' };
const website = { id: '20', name: 'Nueva web' };
const relation = { assigned: false, wasAssigned: false, created: false, watching: true };
const comment = (body: string, mentionsMe = false) => ({ id: '500', body, mentionsMe });
const status = (before: string, after: string) => ({ edits: [anEdit('status', { before, after })] });

const sentence = (account: Partial<ChangeAccount>, kind: (typeof changeKinds)[number] = 'updated') =>
  sentenceOf({ kind, account: anAccount({ title: 'Sala', project: summit, ...account }) }, now);

describe('the Spanish sentence of a change', () => {
  it.each<[Partial<ChangeAccount>, string, string]>([
    [status('open', 'resolved'), 'Bo resolvió “Sala”', 'Cumbre de otoño'],
    [status('resolved', 'open'), 'Bo reabrió “Sala”', 'Cumbre de otoño'],
    [status('open', 'hold'), 'Bo puso “Sala” en espera', 'Cumbre de otoño'],
    [status('open', 'rejected'), 'Bo rechazó “Sala”', 'Cumbre de otoño'],
    [status('new', 'open'), 'Bo abrió “Sala”', 'Cumbre de otoño'],
    [status('open', 'raro'), 'Bo cambió el estado de “Sala”', 'Cumbre de otoño · estado Abierta → raro'],
    [
      { dueOn: '2026-12-03', edits: [anEdit('assigned_id', { after: 'Ana', afterIsMe: true })] },
      'Bo te asignó “Sala”',
      'Cumbre de otoño · vence el 3 dic',
    ],
    [{ edits: [anEdit('assigned_id', { after: 'Chi' })] }, 'Bo asignó “Sala” a Chi', 'Cumbre de otoño'],
    [{ edits: [anEdit('assigned_id', { after: 'Someone' })] }, 'Bo asignó “Sala” a alguien', 'Cumbre de otoño'],
    [
      { actor: chi, assignee: chi, edits: [anEdit('assigned_id', { after: 'Chi' })] },
      'Chi se asignó “Sala”',
      'Cumbre de otoño',
    ],
    [{ edits: [anEdit('assigned_id', { before: 'Ana', beforeIsMe: true })] }, 'Bo te quitó “Sala”', 'Cumbre de otoño'],
    [{ edits: [anEdit('assigned_id', { before: 'Chi' })] }, 'Bo le quitó “Sala” a Chi', 'Cumbre de otoño'],
    [{ comment: comment('Me parece bien') }, 'Bo comentó en “Sala”', 'Me parece bien'],
    [{ comment: comment('@ana ¿qué opinas?', true) }, 'Bo te mencionó en “Sala”', '@ana ¿qué opinas?'],
    [
      { edits: [anEdit('due_on', { before: '2026-12-01', after: '2026-12-03' })] },
      'Bo pasó “Sala” al 3 dic',
      'Cumbre de otoño · antes: 1 dic',
    ],
    [
      { edits: [anEdit('due_on', { before: '2026-11-20', after: '2026-11-21' })] },
      'Bo pasó “Sala” a mañana',
      'Cumbre de otoño · antes: hoy',
    ],
    [{ edits: [anEdit('due_on', { after: '2026-11-25' })] }, 'Bo fijó “Sala” para el miércoles', 'Cumbre de otoño'],
    [{ edits: [anEdit('due_on', { after: '2026-11-20' })] }, 'Bo fijó “Sala” para hoy', 'Cumbre de otoño'],
    [
      { edits: [anEdit('due_on', { before: '2026-12-01' })] },
      'Bo quitó la fecha de vencimiento de “Sala”',
      'Cumbre de otoño · antes: 1 dic',
    ],
    [
      { dueOn: '2026-11-19', edits: [anEdit('urgent', { before: 'false', after: 'true' })] },
      'Bo marcó “Sala” como urgente',
      'Cumbre de otoño · venció ayer',
    ],
    [
      { edits: [anEdit('urgent', { before: 'true', after: 'false' })] },
      'Bo marcó “Sala” como no urgente',
      'Cumbre de otoño',
    ],
    [
      { edits: [anEdit('name', { before: 'Aula', after: 'Sala' })] },
      'Bo cambió el nombre de “Aula” a “Sala”',
      'Cumbre de otoño',
    ],
    [
      { project: website, edits: [anEdit('project_id', { before: 'Cumbre de otoño', after: 'Nueva web' })] },
      'Bo movió “Sala” a Nueva web',
      'Nueva web · antes en Cumbre de otoño',
    ],
    [
      { project: null, edits: [anEdit('project_id', { before: 'another project', after: 'another project' })] },
      'Bo movió “Sala” a otro proyecto',
      'antes en otro proyecto',
    ],
    [
      { edits: [anEdit('task_list_id', { before: 'another list', after: 'Hecho' })] },
      'Bo movió “Sala” a la lista “Hecho”',
      'Cumbre de otoño · antes en otra lista',
    ],
    [
      { edits: [anEdit('description', { before: 'A', after: 'B' })] },
      'Bo cambió la descripción de “Sala”',
      'Cumbre de otoño',
    ],
    [
      { edits: [anEdit('is_private', { before: 'false', after: 'true' })] },
      'Bo hizo privada la tarea “Sala”',
      'Cumbre de otoño',
    ],
    [
      { edits: [anEdit('is_private', { before: 'true', after: 'false' })] },
      'Bo hizo “Sala” visible para el proyecto',
      'Cumbre de otoño',
    ],
  ])('of %j', (account, title, body) => {
    expect(sentence(account)).toEqual({ title, body });
  });

  it.each<[(typeof changeKinds)[number], Partial<ChangeAccount>, string, string]>([
    [
      'created',
      { dueOn: '2026-11-21', assignee: ana, relation: { ...relation, assigned: true } },
      'Bo creó “Sala”',
      'Cumbre de otoño · asignada a ti · vence mañana',
    ],
    ['created', { assignee: chi }, 'Bo creó “Sala”', 'Cumbre de otoño · asignada a Chi'],
    ['first-seen', { dueOn: '2027-01-05' }, 'Cambió “Sala”', 'Cumbre de otoño · vence el 5 ene 2027'],
    ['gone', { actor: null }, '“Sala” ya no está', 'Cumbre de otoño · se eliminó o ya no la puedes ver'],
  ])('of one that is %s: %j', (kind, account, title, body) => {
    expect(sentence(account, kind)).toEqual({ title, body });
  });

  it.each<[Partial<ChangeAccount>, string]>([
    [{ comment: comment('Hola') }, 'Comentaste en “Sala”'],
    [{ edits: [anEdit('assigned_id', { afterIsMe: true, after: 'Ana' })] }, 'Te asignaste “Sala”'],
    [{ edits: [anEdit('assigned_id', { beforeIsMe: true, before: 'Ana' })] }, 'Te quitaste la asignación de “Sala”'],
    [{ edits: [anEdit('assigned_id', { before: 'Chi' })] }, 'Le quitaste “Sala” a Chi'],
    [status('open', 'resolved'), 'Resolviste “Sala”'],
  ])('speaks to who did it themselves: %j', (account, title) => {
    expect(sentence({ isOwn: true, actor: ana, ...account }).title).toBe(title);
  });

  it.each([[null], [{ ...chi, name: 'Someone' }]])('names nobody it does not know: %j', (actor) => {
    expect(sentence({ actor, ...status('open', 'resolved') }).title).toBe('Alguien resolvió “Sala”');
  });
});

describe('several things at once, in Spanish', () => {
  type Told = Pick<Change, 'kind' | 'account'>;
  const updated = (account: Partial<ChangeAccount>): Told => ({
    kind: 'updated',
    account: anAccount({ title: 'Sala', project: summit, ...account }),
  });

  it('are told as steps behind the most important one', () => {
    const edits = [
      ...status('open', 'hold').edits,
      anEdit('due_on', { after: '2026-12-03' }),
      anEdit('assigned_id', { before: 'Chi', after: 'Ana', afterIsMe: true }),
      anEdit('urgent', { after: 'true' }),
      anEdit('task_list_id', { after: 'Hecho' }),
    ];
    expect(sentence({ edits })).toEqual({
      title: 'Bo te asignó “Sala”',
      body: 'Cumbre de otoño · estado Abierta → En espera · vencimiento sin fecha → 3 dic · marcada como urgente · lista ninguna → Hecho',
    });
  });

  it.each<[readonly Told[], string, string]>([
    [
      [updated({ comment: comment('Uno') }), updated({ comment: comment('Dos') })],
      'Bo comentó en “Sala”',
      'Dos · y 1 comentario más',
    ],
    [
      ['Uno', 'Dos', 'Tres'].map((body) => updated({ comment: comment(body) })),
      'Bo comentó en “Sala”',
      'Tres · y 2 comentarios más',
    ],
    [
      [{ ...updated({ actor: chi }), kind: 'created' }, updated({ comment: comment('Dos') })],
      'Bo comentó en “Sala”',
      'Dos · creada por Chi',
    ],
    [
      [{ ...updated({ isOwn: true }), kind: 'created' }, updated({ comment: comment('Dos') })],
      'Bo comentó en “Sala”',
      'Dos · creada por ti',
    ],
  ])('and several changes of one task are merged', (changes, title, body) => {
    expect(mergedSentence(changes, now)).toEqual({ title, body });
  });

  it('are fields before and after', () => {
    expect(fieldRow(anEdit('status', { before: 'new', after: 'hold' }), now)).toEqual({
      field: 'status',
      label: 'Estado',
      before: 'Nueva',
      after: 'En espera',
    });
    expect(fieldRow(anEdit('assigned_id', { before: 'Someone', after: 'Ana', afterIsMe: true }), now)).toMatchObject({
      before: 'Alguien',
      after: 'Tú',
    });
  });
});

it.each([
  ['Pacific/Kiritimati', 'en', 'due today'],
  ['UTC', 'en', 'due tomorrow'],
  ['Pacific/Kiritimati', 'es', 'vence hoy'],
  ['UTC', 'es', 'vence mañana'],
] as const)('“today” is that of the time zone in the settings: in %s, in %s, %s', (zone, language, words) => {
  const evening = readingAt(Date.UTC(2026, 10, 23, 10, 30), zone, language);
  const { body } = sentenceOf({ kind: 'first-seen', account: anAccount({ dueOn: '2026-11-24' }) }, evening);
  expect(body).toBe(`Autumn summit · ${words}`);
});
