import { createPlural } from '../../../electron/contract/index.ts';
import type { PageMessages } from '../en/index.ts';

const plural = createPlural('es');

export const list: PageMessages['list'] = {
  label: 'Cambios recientes',
  loading: 'Cargando…',
  loadingOlder: 'Cargando cambios anteriores…',
  unread: 'Sin leer:',
  draft: 'Comentario sin enviar',
  noProject: 'Sin proyecto',
  markRead: 'Marcar como leído',
  markUnread: 'Marcar como no leído',
  openInRedbooth: 'Abrir en Redbooth',
  field: (label) => `${label}: de`,
  to: 'a',
  none: 'nada',
  arrived: (count) => plural(count, { one: `${count} cambio nuevo`, other: `${count} cambios nuevos` }),
  fresh: (count) => plural(count, { one: `${count} nuevo`, other: `${count} nuevos` }),
  freshAbove: (count) => plural(count, { one: 'cambio más arriba', other: 'cambios más arriba' }),
  attention: 'Requiere atención',
  connectionLost: 'Sin conexión con la aplicación',
  connectionLostMeaning:
    'Puede que lo que ves no esté al día. Si la aplicación se ha detenido, iníciala de nuevo; esta página se reconecta sola.',
};
