import type { HostMessages } from '../en/index.ts';

export const taskDetail: HostMessages['taskDetail'] = {
  otherAccount: 'Esta tarea se vio con otra cuenta. Inicia sesión con esa cuenta para leer sus comentarios.',
  gone: 'La tarea ya no está: se eliminó o ya no la puedes ver. Lo que ves es cómo estaba la última vez.',
  noAnswer:
    'Redbooth no responde en este momento, así que no se pudieron leer los comentarios. Vuelve a intentarlo dentro de un momento.',
  refused: 'Redbooth no te muestra los comentarios de esta tarea. Puede que ya no esté o que no tengas acceso a ella.',
  signedOut: 'No has iniciado sesión en Redbooth. Inicia sesión para leer los comentarios.',
};
