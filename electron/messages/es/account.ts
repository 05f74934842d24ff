import type { HostMessages } from '../en/index.ts';

export const account: HostMessages['account'] = {
  signedIn: 'Sesión iniciada',
  signedInAs: (user) => `Sesión iniciada como ${user}`,
  signedOut: 'Sin sesión iniciada',
  expired: 'Redbooth te pide que vuelvas a iniciar sesión',
  waitingForRedbooth: 'A la espera de que Redbooth responda',
  goOnInBrowser: 'Continúa en tu navegador: la página de Redbooth pregunta si dejas entrar a la aplicación.',
  signingIn: 'Iniciando sesión…',
  fixedByDemo:
    'La demostración inicia sesión por sí misma. Arranca la aplicación sin --demo para iniciar sesión con tu cuenta.',
  fixedByEnvironment:
    'El entorno de la aplicación dice quién ha iniciado sesión. Arráncala sin REDBOOTH_ACCESS_TOKEN ni REDBOOTH_REFRESH_TOKEN para iniciar sesión aquí.',
  noApplication:
    'Redbooth solo deja entrar a aplicaciones registradas. Registra una allí y rellena antes su id y su secreto.',
  noSecret: 'Todavía no hay ningún secreto para una aplicación con este id. Cópialo de Redbooth y rellénalo también.',
  portTaken: (port, cause) =>
    `Redbooth no puede devolverte a la aplicación, porque otro programa usa el puerto ${port} de este ordenador (${cause}). Cierra ese programa e inténtalo de nuevo, o pon otro “signInPort” en los ajustes y registra la nueva dirección en Redbooth.`,
  portForbidden: (port, cause) =>
    `Redbooth no puede devolverte a la aplicación, porque este usuario no puede usar el puerto ${port} de este ordenador (${cause}). Pon otro “signInPort” en los ajustes y registra la nueva dirección en Redbooth.`,
  notOpened:
    'No se pudo abrir el navegador, así que no puedes iniciar sesión. Comprueba que haya un navegador predeterminado e inténtalo de nuevo.',
  denied:
    'No dejaste entrar a la aplicación en la página de Redbooth, así que no hay sesión iniciada. Inténtalo de nuevo cuando quieras.',
  timedOut:
    'La página de Redbooth no volvió a la aplicación en 5 minutos. Inténtalo de nuevo; si Redbooth muestra un error, comprueba que la “callback URL” de la aplicación sea exactamente la dirección que se muestra aquí.',
  codeRefused:
    'Redbooth no aceptó su propia respuesta, que quizá era demasiado antigua. Inténtalo de nuevo; si sigue pasando, comprueba que la “callback URL” de la aplicación sea exactamente la dirección que se muestra aquí.',
  applicationRefused:
    'Redbooth no conoce la aplicación por este id y este secreto. Copia ambos otra vez de Redbooth e inténtalo de nuevo.',
  failed: (problem) =>
    `Redbooth no completó el inicio de sesión (${problem}). Comprueba tu conexión a internet e inténtalo de nuevo.`,
  unknownError: 'un error desconocido',
  noCode: 'no volvió ningún código',
  backToTheApp: 'Puedes cerrar esta página y volver a Redbooth Notifier.',
  pageForeign: 'No es el inicio de sesión que se empezó',
  pageForeignBody: 'Vuelve a Redbooth Notifier e inicia sesión desde allí.',
  pageUsed: 'Ya se usó',
  pageCancelled: 'Se canceló el inicio de sesión',
  pageSignedIn: 'Has iniciado sesión',
  pageNotSignedIn: 'No has iniciado sesión',
};
