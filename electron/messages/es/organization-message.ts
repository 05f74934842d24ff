import type { HostMessages } from '../en/index.ts';

export const organizationMessage: HostMessages['organizationMessage'] = {
  greeting: 'Hola:',
  request: (organization) =>
    `¿Podrías añadir un web hook a nuestra organización “${organization}” de Redbooth? Así Redbooth Notifier me avisa en mi ordenador en cuanto cambia una tarea. Solo los administradores pueden añadirlo.`,
  open: (page) => `1. Abre ${page}`,
  paste: '2. Pega esta URL y crea el web hook:',
  replace: 'Si ya hay un web hook anterior para mí, sustituye su URL por esta, por favor.',
  safety:
    'Redbooth no le envía el contenido de las tareas, solo el número de una tarea y si se creó, se cambió o se eliminó. Trata la URL como un secreto, por favor.',
  thanks: 'Gracias',
};
