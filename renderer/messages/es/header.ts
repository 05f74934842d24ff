import type { PageMessages } from '../en/index.ts';

export const header: PageMessages['header'] = {
  account: 'Cuenta de Redbooth',
  signIn: 'Iniciar sesión',
  demo: 'Demostración',
  connect: 'Conectar Redbooth',
};
