import type { PageMessages } from '../en/index.ts';

export const views: PageMessages['views'] = {
  more: 'Más vistas',
  connect: 'Conectar Redbooth',
  tunnel: 'Cómo te llegan los cambios',
  requests: 'Peticiones recibidas',
  account: 'Cuenta de Redbooth',
  settings: 'Ajustes',
  checks: 'Comprobar la aplicación',
  keys: 'Atajos de teclado',
  welcome: 'Configuración, paso a paso',
};
