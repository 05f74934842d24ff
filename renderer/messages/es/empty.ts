import type { PageMessages } from '../en/index.ts';

const appear = 'Los cambios de tus proyectos aparecen aquí. Para probarlo, cambia una tarea en Redbooth.';

export const empty: PageMessages['empty'] = {
  reading: 'Leyendo tus cambios…',
  unreadable: 'No se pudo leer la lista',
  unreadableMeaning: 'La aplicación guarda tus cambios. Intenta leerlos de nuevo.',
  appLost: 'La aplicación no responde',
  appLostMeaning:
    'Tus cambios están guardados. Si la aplicación se ha detenido, iníciala de nuevo; esta página se reconecta sola.',
  nothingFoundFor: (text) => `No se encontró nada con “${text}”`,
  nothingFits: 'Nada coincide con esta selección',
  searchLess: 'Se busca en títulos, proyectos, personas y comentarios. Prueba con menos palabras o más cortas.',
  notificationGone: 'Los cambios de esta notificación ya no se conservan.',
  chooseLess: 'Quita lo que elegiste arriba, o una parte.',
  lookAmongAll: 'Buscar en todos los cambios',
  clearSearch: 'Borrar la búsqueda',
  allRead: 'Lo has leído todo',
  allReadMeaning: 'Los cambios nuevos aparecen aquí en cuanto ocurren.',
  showAll: 'Mostrar todos los cambios',
  signedOut: 'Inicia sesión en Redbooth',
  signedOutMeaning:
    'Mientras tanto los hooks se guardan, pero la aplicación solo puede leer qué cambió con tu cuenta de Redbooth.',
  paused: (end) =>
    end === null ? 'Las notificaciones están en pausa' : `Las notificaciones están en pausa hasta ${end}`,
  pausedMeaning: 'Aun así, los cambios aparecen aquí en cuanto los haya.',
  polling: 'Se pregunta a Redbooth cada minuto',
  pollingMeaning: 'Los cambios de tus proyectos aparecen aquí en menos de un minuto.',
  unreachable: 'Ahora mismo no te llegan los hooks',
  unreachableMeaning: 'Redbooth no puede llegar a este ordenador. Los cambios llegan preguntándole de vez en cuando.',
  noHookYet:
    'Redbooth todavía no ha enviado nada. Quien administra tu organización pega una vez tu URL del hook en Redbooth; desde entonces los cambios aparecen aquí en cuanto ocurren.',
  quiet: 'Redbooth está conectado',
  quietMeaning: appear,
  quietSince: (ago) => `El último hook llegó ${ago}. ${appear}`,
  demo: 'La demostración está en marcha',
  demoMeaning: 'Los cambios aparecen aquí a medida que trabaja el equipo ficticio.',
};
