import { createPlural } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';

const plural = createPlural('es');

const check = (isNetwork: boolean): string =>
  isNetwork ? 'Comprueba tu conexión a internet y vuelve a intentarlo.' : 'Vuelve a intentarlo dentro de un minuto.';

export const writes: HostMessages['writes'] = {
  preparing: 'Redbooth todavía está preparando su respuesta',
  slowDown: 'Redbooth pide a la aplicación que vaya más despacio',
  trouble: (status) => `Redbooth tiene problemas para responder (${status})`,
  noAnswer: (seconds) =>
    `Redbooth no respondió en ${plural(seconds, { one: '1 segundo', other: `${seconds} segundos` })}`,
  unreachable: (cause) => `No se puede llegar a Redbooth${cause === null ? '' : ` (${cause})`}`,
  tokenNotRenewed: 'La sesión de Redbooth no se puede renovar en este momento',

  changeUncertain: (happened, isNetwork) =>
    `${happened}, así que puede que la tarea no haya cambiado. ${check(isNetwork)}`,
  commentNotSent: (happened, isNetwork) => `${happened}, así que el comentario no se envió. ${check(isNetwork)}`,
  commentUncertain: (happened) =>
    `${happened}, así que puede que el comentario haya llegado o no. Mira la tarea en Redbooth antes de volver a enviarlo.`,
  changeRefused: (answer) =>
    `Redbooth no aceptó el cambio (${answer}), así que la tarea sigue como estaba. Haz el cambio en la página de la tarea en Redbooth.`,
  commentRefused: (answer) =>
    `Redbooth no aceptó el comentario (${answer}), así que nadie lo ve. Escríbelo en la página de la tarea en Redbooth.`,
  closing: 'La aplicación se está cerrando, así que ya no se pregunta a Redbooth.',
};
