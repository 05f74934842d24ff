import type { HostMessages } from '../en/index.ts';

type TaskActions = HostMessages['taskActions'];
type Wish = Parameters<TaskActions['notSignedIn']>[0];

const notDone = (wish: Wish, task: string): string => {
  if (wish === 'comment') return `tu comentario en ${task} no se envió`;
  return `${task} no se ${wish === 'resolve' ? 'resolvió' : 'reabrió'}`;
};
const notPossible: Readonly<Record<Wish, string>> = {
  resolve: 'No se pudo resolver',
  reopen: 'No se pudo reabrir',
  comment: 'No se pudo comentar en',
};

export const taskActions: TaskActions = {
  failed: (wish, task) => `${notPossible[wish]} ${task ?? 'una tarea'}`,
  gone: (task) => `${task} ya no está: se eliminó o ya no la puedes ver. No queda nada por hacer.`,
  otherAccount: (task) =>
    `${task} se vio con otra cuenta, así que no se hizo nada. Inicia sesión con esa cuenta o abre la tarea en Redbooth.`,
  notSignedIn: (wish, task) =>
    `No has iniciado sesión en Redbooth, así que ${notDone(wish, task)}. Inicia sesión y vuelve a intentarlo.`,
  stillAsBefore: (wish, task) =>
    `Redbooth aceptó la petición, pero ${notDone(wish, task)}. Abre la tarea en Redbooth y hazlo allí.`,
  noAnswer: (wish, task) =>
    `Redbooth no responde en este momento, así que ${notDone(wish, task)}. Vuelve a intentarlo dentro de un momento.`,
  notAllowed: (wish, task) =>
    `Redbooth no te deja hacer esto, así que ${notDone(wish, task)}. Pídeselo a alguien que pueda: quien creó la tarea o un administrador.`,
};
