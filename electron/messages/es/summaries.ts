import { createPlural } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';

const plural = createPlural('es');

const changes = (count: number): string => plural(count, { one: '1 cambio', other: `${count} cambios` });
/** What is counted are tasks, so participles are feminine. */
const counted =
  (one: string, other: string) =>
  (count: number): string =>
    `${count} ${plural(count, { one, other })}`;

export const summaries: HostMessages['summaries'] = {
  counts: {
    mention: counted('mención a ti', 'menciones a ti'),
    'assigned-to-me': counted('asignada a ti', 'asignadas a ti'),
    'taken-from-me': counted('que ya no es tuya', 'que ya no son tuyas'),
    assigned: counted('asignada a otros', 'asignadas a otros'),
    resolved: counted('resuelta', 'resueltas'),
    rejected: counted('rechazada', 'rechazadas'),
    reopened: counted('reabierta', 'reabiertas'),
    'on-hold': counted('puesta en espera', 'puestas en espera'),
    'due-date': counted('fecha de vencimiento', 'fechas de vencimiento'),
    comment: counted('comentario', 'comentarios'),
    renamed: counted('con otro nombre', 'con otro nombre'),
    urgent: counted('marcada como urgente', 'marcadas como urgentes'),
    moved: counted('movida', 'movidas'),
    created: counted('creada', 'creadas'),
    gone: counted('que ya no está', 'que ya no están'),
    other: counted('cambiada', 'cambiadas'),
  },
  elsewhere: 'Otros',
  inProject: (count, project) => `${changes(count)} en ${project ?? 'otro proyecto'}`,
  inProjects: (count, projects) => `${changes(count)} en ${projects} proyectos`,
  titles: {
    away: (count) => `${changes(count)} mientras no estabas`,
    quiet: (count) => `${changes(count)} durante el silencio`,
    paused: (count) => `${changes(count)} durante la pausa`,
    gone: counted('tarea ya no está', 'tareas ya no están'),
    snoozed: counted('cambio pospuesto', 'cambios pospuestos'),
  },
  snoozed: (body) => `Pospuesto · ${body}`,
  discreetChanges: changes,
  discreetTasks: (count) => plural(count, { one: 'Cambió una tarea', other: `Cambiaron ${count} tareas` }),
  discreetBody: 'Haz clic para ver qué cambió',
};
