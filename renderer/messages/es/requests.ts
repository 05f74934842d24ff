import { createPlural } from '../../../electron/contract/index.ts';
import type { PageMessages } from '../en/index.ts';

const plural = createPlural('es');

export const requests: PageMessages['requests'] = {
  reading: 'Leyendo las peticiones…',
  howMany: 'Las últimas 200 peticiones desde que se inició la aplicación.',
  refresh: 'Actualizar',
  refreshing: 'Actualizando…',
  none: 'Todavía no ha llegado nada',
  noneMeaning:
    'Aquí aparece todo lo que llama a tus URL de los hooks mientras la aplicación está en marcha. Si esperas hooks, comprueba que Redbooth tiene una URL del hook tuya.',
  taken: 'Aceptada',
  answered: 'Respondida',
  notAnswered: 'Sin respuesta',
  refused: 'Rechazada',
  failed: 'Fallida',
  refusals: {
    400: 'No es un hook de tarea',
    404: 'No existe esa dirección',
    405: 'No permitida',
    408: 'Demasiado lenta',
    413: 'Demasiado grande',
    415: 'Cuerpo codificado',
    431: 'Cabeceras demasiado grandes',
    503: 'No guardada',
  },
  noUserAgent: 'sin agente de usuario',
  bytes: (count) => plural(count, { one: `${count} byte`, other: `${count} bytes` }),
  underMillisecond: 'menos de 1 ms',
  noBody: 'No se conserva el cuerpo de esta petición.',
  emptyBody: 'El cuerpo estaba vacío.',
  body: 'Cuerpo de la petición',
  bodyCut: 'Cortado aquí: de un cuerpo largo solo se conserva el principio.',
  replay: 'Repetir',
  replaying: 'Repitiendo…',
  replayed: 'Repetida: la aplicación lee la tarea de nuevo como si el hook acabara de llegar.',
  asCurl: 'La petición como curl',
  copyAsCurl: 'Copiar como curl',
};
