import { createPlural } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';
import type { SpokenDay } from '../spoken.ts';

const plural = createPlural('es');

const on = ({ words, isAdverb }: SpokenDay): string => (isAdverb ? words : `el ${words}`);
const tasks = (count: number, isFirst: boolean): string =>
  isFirst ? plural(count, { one: '1 tarea', other: `${count} tareas` }) : `${count}`;
const dueToday = (count: number): readonly string[] =>
  count === 0 ? [] : [`${tasks(count, true)} ${plural(count, { one: 'vence hoy', other: 'vencen hoy' })}`];
const overdue = (count: number, isFirst: boolean): readonly string[] =>
  count === 0 ? [] : [`${tasks(count, isFirst)} ${plural(count, { one: 'está vencida', other: 'están vencidas' })}`];

export const reminders: HostMessages['reminders'] = {
  dueToday: (task) => `${task} vence hoy`,
  overdue: (task) => `${task} está vencida`,
  wasDue: (day) => `venció ${on(day)}`,
  asOf: (day) => `según se vio ${on(day)}`,
  many: (today, late) => [...dueToday(today), ...overdue(late, today === 0)].join(', '),
  names: (names, more) => names.join(', ') + (more > 0 ? ` y ${more} más` : ''),
  discreetOne: 'Haz clic para ver cuál',
  discreetMany: 'Haz clic para ver cuáles',
};
