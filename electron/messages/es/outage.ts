import type { HostMessages } from '../en/index.ts';

export const outage: HostMessages['outage'] = {
  signedOut: 'Cambiaron tareas; inicia sesión para ver cuáles',
  signedOutBody: 'Redbooth te pide que vuelvas a iniciar sesión',
  unavailable: 'Cambiaron tareas; Redbooth no responde',
  unavailableBody: 'Recibirás un resumen en cuanto vuelva a responder',
  signIn: 'Redbooth te pide que vuelvas a iniciar sesión',
  signInBody: 'Los cambios se guardan y se avisan en cuanto inicies sesión',
};
