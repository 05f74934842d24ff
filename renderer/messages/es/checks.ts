import type { PageMessages } from '../en/index.ts';

export const checks: PageMessages['checks'] = {
  meaning: 'Doce cosas de las que depende la aplicación. La comprobación dura 20 segundos como mucho y no cambia nada.',
  checkEverything: 'Comprobar todo',
  checking: 'Comprobando…',
  copy: 'Copiar',
  copied: 'Resultado de las comprobaciones',
};
