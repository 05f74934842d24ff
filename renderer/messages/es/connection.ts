import type { PageMessages } from '../en/index.ts';

export const connection: PageMessages['connection'] = {
  appStopped: 'La aplicación no responde. Si se ha detenido, iníciala de nuevo; esta página se reconecta sola.',
  appHangs: 'La aplicación no responde. Ciérrala e iníciala de nuevo.',
  signedOut: 'La sesión de este navegador en la aplicación ha terminado. Abre un enlace nuevo para volver a iniciarla.',
  notUnderstood: 'La aplicación dio una respuesta que esta página no entiende. Vuelve a cargar la página.',
};
