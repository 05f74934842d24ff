import { createPlural } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';
import type { Doer, SpokenDay } from '../spoken.ts';

const plural = createPlural('es');

/** The verb agrees with who did it; “tú” itself is left out, as people do. */
const did = ({ isReader, name }: Doer, reader: string, other: string): string =>
  isReader ? reader : `${name ?? 'Alguien'} ${other}`;
const withArticle = ({ words, isAdverb }: SpokenDay): string => (isAdverb ? words : `el ${words}`);
const to = ({ words, isAdverb }: SpokenDay): string => (isAdverb ? `a ${words}` : `al ${words}`);

export const changes: HostMessages['changes'] = {
  created: (doer, task) => `${did(doer, 'Creaste', 'creó')} ${task}`,
  createdBy: ({ isReader, name }) => `creada por ${isReader ? 'ti' : (name ?? 'alguien')}`,
  createdForYou: (doer, task) => `${did(doer, 'Creaste', 'creó')} ${task}, asignada a ti`,
  changed: (task) => `Cambió ${task}`,
  gone: (task) => `${task} ya no está`,
  goneMeaning: 'se eliminó o ya no la puedes ver',
  assignedToYou: 'asignada a ti',
  assignedTo: (name) => `asignada a ${name ?? 'alguien'}`,
  due: (day) => `${day.isPast ? 'venció' : 'vence'} ${withArticle(day)}`,
  wasDay: (day) => `antes: ${day.words}`,
  wasInProject: (project) => `antes en ${project ?? 'otro proyecto'}`,
  wasInList: (list) => `antes en ${list ?? 'otra lista'}`,

  resolved: (doer, task) => `${did(doer, 'Resolviste', 'resolvió')} ${task}`,
  rejected: (doer, task) => `${did(doer, 'Rechazaste', 'rechazó')} ${task}`,
  reopened: (doer, task) => `${did(doer, 'Reabriste', 'reabrió')} ${task}`,
  opened: (doer, task) => `${did(doer, 'Abriste', 'abrió')} ${task}`,
  putOnHold: (doer, task) => `${did(doer, 'Pusiste', 'puso')} ${task} en espera`,
  changedStatus: (doer, task) => `${did(doer, 'Cambiaste', 'cambió')} el estado de ${task}`,

  setDueDate: (doer, task, day) => `${did(doer, 'Fijaste', 'fijó')} ${task} para ${withArticle(day)}`,
  movedDueDate: (doer, task, day) => `${did(doer, 'Pasaste', 'pasó')} ${task} ${to(day)}`,
  removedDueDate: (doer, task) => `${did(doer, 'Quitaste', 'quitó')} la fecha de vencimiento de ${task}`,

  assignedReader: (doer, task) => `${did(doer, 'Te asignaste', 'te asignó')} ${task}`,
  tookOn: (doer, task) => `${did(doer, 'Te asignaste', 'se asignó')} ${task}`,
  assigned: (doer, task, name) => `${did(doer, 'Asignaste', 'asignó')} ${task} a ${name ?? 'alguien'}`,
  tookFromReader: (doer, task) =>
    doer.isReader ? `Te quitaste la asignación de ${task}` : `${did(doer, '', 'te quitó')} ${task}`,
  tookFrom: (doer, task, name) => `${did(doer, 'Le quitaste', 'le quitó')} ${task} a ${name ?? 'alguien'}`,

  renamed: (doer, before, after) => `${did(doer, 'Cambiaste', 'cambió')} el nombre de ${before} a ${after}`,
  markedUrgent: (doer, task) => `${did(doer, 'Marcaste', 'marcó')} ${task} como urgente`,
  markedNotUrgent: (doer, task) => `${did(doer, 'Marcaste', 'marcó')} ${task} como no urgente`,
  movedToProject: (doer, task, project) => `${did(doer, 'Moviste', 'movió')} ${task} a ${project ?? 'otro proyecto'}`,
  movedToList: (doer, task, list) =>
    `${did(doer, 'Moviste', 'movió')} ${task} a ${list === null ? 'otra lista' : `la lista ${list}`}`,
  described: (doer, task) => `${did(doer, 'Cambiaste', 'cambió')} la descripción de ${task}`,
  madePrivate: (doer, task) => `${did(doer, 'Hiciste', 'hizo')} privada la tarea ${task}`,
  madeVisible: (doer, task) => `${did(doer, 'Hiciste', 'hizo')} ${task} visible para el proyecto`,

  commented: (doer, task) => `${did(doer, 'Comentaste', 'comentó')} en ${task}`,
  mentionedYou: (doer, task) => `${did(doer, 'Te mencionaste', 'te mencionó')} en ${task}`,
  moreComments: (count) => plural(count, { one: 'y 1 comentario más', other: `y ${count} comentarios más` }),
};
