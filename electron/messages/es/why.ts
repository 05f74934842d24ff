import type { RuleScope, RuleSubject } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';
import type { SpokenMoment } from '../spoken.ts';

const subjects: Readonly<Record<RuleSubject, string>> = {
  assigned: 'la asignación de',
  mention: 'las menciones en',
  comment: 'los comentarios en',
  status: 'el estado de',
  'due-date': 'las fechas de vencimiento de',
  urgent: 'la urgencia de',
  created: 'la creación de',
  deleted: 'la eliminación de',
  other: 'otros cambios de',
};
const scopes: Readonly<Record<RuleScope, string>> = {
  mine: 'tus tareas',
  watched: 'las tareas que sigues',
  chosen: 'las tareas de tus proyectos elegidos',
  other: 'todas las demás tareas',
};
const rule = (subject: RuleSubject, scope: RuleScope): string =>
  `por tu regla para ${subjects[subject]} ${scopes[scope]}`;

/** One o’clock is singular. */
const atTime = (time: string): string => `${/^0?1\b/.test(time) ? 'la' : 'las'} ${time}`;
const untilWords = (until: SpokenMoment | null): string => {
  if (until === null) return '';
  const { day, time } = until;
  if (day === null) return ` hasta ${atTime(time)}`;
  return ` hasta ${day.isAdverb ? day.words : `el ${day.words}`} a ${atTime(time)}`;
};

export const why: HostMessages['why'] = {
  undecided: 'Aún sin decidir',
  told: {
    'mentions-you': 'Se avisó porque te menciona',
    'assigned-to-you': 'Se avisó porque está asignada a ti',
    'was-assigned-to-you': 'Se avisó porque estaba asignada a ti',
    'created-by-you': 'Se avisó porque la creaste tú',
    'watched-by-you': 'Se avisó porque la sigues',
  },
  toldInProject: (project) => `Se avisó porque ${project ?? 'su proyecto'} es uno de tus proyectos elegidos`,
  toldByRule: (subject, scope) => `Se avisó ${rule(subject, scope)}`,
  toldSomehow: 'Se avisó',
  skipped: {
    'own-change': 'Solo en la lista: lo hiciste tú',
    paused: 'Retenido mientras las notificaciones estaban en pausa',
    'quiet-hours': 'Retenido durante tus horas de silencio',
    'do-not-disturb': 'Retenido mientras tu sistema no debía molestarte',
    'cancelled-out': 'Solo en la lista: se creó y se eliminó antes de poder avisarte',
  },
  mutedTask: (task, until) => `Solo en la lista: silenciaste ${task}${untilWords(until)}`,
  mutedProject: (project, until) => `Solo en la lista: silenciaste ${project ?? 'su proyecto'}${untilWords(until)}`,
  mutedOrganization: (until) => `Solo en la lista: silenciaste su organización${untilWords(until)}`,
  mutedPerson: (name, until) => `Solo en la lista: silenciaste a ${name ?? 'quien lo hizo'}${untilWords(until)}`,
  notYours: 'Solo en la lista: no es una tarea tuya ni la sigues',
  listedByRule: (subject, scope) => `Solo en la lista, ${rule(subject, scope)}`,
  ignoredByRule: (subject, scope) => `Fuera de la lista, ${rule(subject, scope)}`,
  ignored: 'Fuera de la lista, por tus reglas',
  listedSomehow: 'Solo en la lista',
};
