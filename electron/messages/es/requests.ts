import type { HostMessages } from '../en/index.ts';

export const requests: HostMessages['requests'] = {
  outcomes: {
    ignored: 'Nada que hacer: estaba vacía o no trataba de una tarea',
    works: 'Se abrió la URL del hook, y funciona',
    nonce: 'La aplicación se preguntó a sí misma si se puede llegar a ella',
    'not-found': 'Rechazada: no es ninguna de tus URL del hook',
    'too-large': 'Rechazada: más de 64 KiB',
    encoded: 'Rechazada: su contenido estaba comprimido',
    unwritable: 'No se pudo guardar, así que se pidió que se volviera a enviar más tarde',
  },
  notPost: 'Rechazada: un hook es un POST',
  invalid: {
    'not-json': 'Rechazada: el contenido no es JSON en UTF-8',
    'too-many-hooks': 'Rechazada: la lista tiene más de 100 hooks',
    'no-object': 'Rechazada: el contenido debe ser un objeto JSON o una lista de ellos',
    'no-task-id': 'Rechazada: “id” debe tener de 1 a 19 cifras',
    unknown: 'Rechazada: esto no es un hook',
  },
  waiting: 'A la espera de la respuesta de Redbooth',
  told: (sentence, more) => `Se te avisó: ${sentence}${more > 0 ? `, y ${more} más` : ''}`,
  aboutToBeTold: 'A punto de avisarte',
  notVisible: 'No puedes ver esta tarea, o ya no está',
  gone: 'La tarea ya no está',
  unchanged: 'No había cambiado nada',
  more: (count) => `y ${count} más`,
};
