import { createPlural } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';

const plural = createPlural('es');

export const notices: HostMessages['notices'] = {
  signInAgain: 'Redbooth te pide que vuelvas a iniciar sesión',
  signInAgainBody: 'Los cambios se guardan y se muestran en cuanto inicies sesión.',
  freshTokenBody:
    'Los cambios se guardan y se muestran en cuanto inicies sesión. Arranca la aplicación con un token de acceso nuevo.',
  apiFailing: 'Redbooth no responde',
  apiFailingBody:
    'Los hooks se guardan y recibirás un resumen en cuanto vuelva a responder. La aplicación lo sigue intentando por su cuenta.',
  signedOut: 'Sin sesión iniciada',
  signedOutBody: 'Los hooks se guardan, pero lo que cambió no se puede leer hasta que inicies sesión.',
  hookUrlChanged: 'Tu URL del hook ha cambiado',
  hookUrlChangedBody:
    'Los hooks no te llegan hasta que un administrador pegue la nueva URL en Redbooth. Mientras tanto, los cambios llegan preguntando a Redbooth de vez en cuando.',
  hookUrlTaken: 'Tu URL del hook está ocupada',
  askingAgain: 'La aplicación vuelve a pedir la dirección por su cuenta.',
  oldHookUrl: 'Redbooth todavía usa la URL del hook anterior',
  oldHookUrlBody: (name, day) =>
    `La dirección anterior de “${name}” funciona hasta: ${day}. Pega antes la nueva en Redbooth.`,
  noHookYet: 'Todavía no ha llegado ningún hook',
  noHookYetBody:
    'Entretanto cambiaron tareas, y la aplicación lo supo preguntando a Redbooth de vez en cuando. Para saberlo al momento, pide a un administrador que añada tu URL del hook en Redbooth, o deja que la aplicación pregunte cada minuto.',
  hooksStopped: 'Ya no llegan hooks',
  hooksStoppedBody: (tasks) =>
    `Cambiaron ${tasks} tareas y Redbooth no envió ningún hook, aunque se puede llegar a tu URL del hook. Probablemente se quitó el hook o tiene una URL antigua. Hasta que se arregle, los cambios llegan preguntando a Redbooth de vez en cuando.`,
  blocked: 'No se muestran las notificaciones',
  interrupted: (count) =>
    plural(count, {
      one: 'Puede que una notificación no se haya mostrado',
      other: `Puede que ${count} notificaciones no se hayan mostrado`,
    }),
  interruptedBody: 'La aplicación se detuvo antes de poder estar segura. Sus cambios están sin leer en la lista.',
  noTray: 'Este escritorio no muestra ningún icono en la bandeja',
  noTrayBody:
    'Si cierras la ventana, la aplicación sigue en marcha y las notificaciones te siguen llegando. Ábrela de nuevo para recuperar la ventana; Ctrl+Q en la ventana la cierra del todo. En GNOME, la extensión “AppIndicator” muestra el icono.',
};
