import type { PageMessages } from '../en/index.ts';

const doorbell =
  'Un hook solo dice que una tarea se creó, cambió o se eliminó, y el número de esa tarea. Los títulos, los comentarios, los nombres y tu acceso a Redbooth nunca pasan por aquí: la aplicación los lee directamente de Redbooth, por una conexión cifrada.';

const madeUp =
  'Quien conozca una URL del hook puede enviarle hooks inventados. La aplicación no muestra nada que Redbooth no confirme. Si sospechas algo así, crea una URL nueva en “Conectar Redbooth”.';

export const tunnel: PageMessages['tunnel'] = {
  changesCome: 'Los cambios llegan',
  sources: {
    tunnel: {
      name: 'Por hook',
      meaning: 'Al momento. Un administrador de tu organización pega una URL del hook en Redbooth.',
    },
    team: {
      name: 'Por el servidor de tu equipo',
      meaning:
        'Al momento, con un solo hook para todo el equipo. Quien gestiona el servidor te da su dirección y sus credenciales.',
    },
    polling: {
      name: 'Preguntando a Redbooth cada minuto',
      meaning: 'No hace falta un administrador. Los cambios aparecen con un minuto de retraso como mucho.',
    },
  },
  pollInstead: 'Preguntar cada minuto',
  pollingBegun: 'La aplicación pregunta ahora a Redbooth cada minuto',
  hooksCome: 'Los hooks llegan',
  ways: {
    localtunnel: {
      name: 'Por un servidor de túneles',
      meaning: 'Funciona al momento y sin cuenta. La aplicación conserva allí su dirección aunque se reinicie.',
      seen: [
        'Quien gestiona el servidor de túneles puede leer los hooks que pasan por él y tus URL de los hooks, y también otros en el camino del servidor a este ordenador, porque esa parte no va cifrada.',
        doorbell,
        madeUp,
      ],
    },
    url: {
      name: 'En una dirección propia',
      meaning: 'Para un proxy inverso tuyo, o un túnel que gestionas por tu cuenta, como cloudflared o ngrok.',
      seen: [
        'Quien gestiona el proxy inverso o el túnel de esa dirección puede leer los hooks que pasan por él y tus URL de los hooks.',
        doorbell,
        madeUp,
      ],
    },
    off: {
      name: 'De ninguna manera',
      meaning:
        'Ningún hook llega a este ordenador. Los cambios aparecen solo cuando la aplicación pregunta por ellos a Redbooth de vez en cuando.',
      seen: ['Nada tuyo pasa por nadie más: la aplicación habla solo con Redbooth.'],
    },
  },
  reading: 'Leyendo los ajustes…',
  fixed:
    'Una opción de inicio de la aplicación, o un archivo de ajustes indicado en ella, decide esto mientras la aplicación siga en marcha. Inicia la aplicación sin esa opción para elegir aquí.',
  server: 'Servidor de túneles',
  serverHint: 'Cualquiera puede tener uno; el habitual es https://localtunnel.me.',
  publicAddress: 'Dirección pública',
  publicAddressHint:
    'La dirección por la que se llega a este ordenador desde fuera, sin la parte secreta de una URL del hook.',
  addressForm: 'Una dirección que empieza por https://',
  saved: 'Guardado y en vigor.',
  willChange: 'Esto cambia tus URL de los hooks: un administrador tiene que pegar las nuevas en Redbooth.',
  changed: 'Tus URL de los hooks cambian: un administrador tiene que pegar las nuevas en Redbooth.',
  lead: 'Adónde dirigirlos en este ordenador',
  localAddress: 'Dirección en este ordenador',
  copyLocalAddress: 'Copiar la dirección en este ordenador',
  leadMeaning:
    'Apunta tu proxy inverso o tu túnel a esta dirección. No cambia al reiniciar; la opción --hook-port fija otro puerto.',
  seen: 'Qué pueden ver otros por el camino',
  reachability: 'Accesibilidad desde fuera',
  connecting: 'Conectando…',
  proven: (ago) => `comprobado ${ago}`,
  notProven: 'aún sin comprobar',
  provenMeaning: (ago) =>
    `Comprobado ${ago}, la última vez que la aplicación llegó a sí misma por su dirección pública.`,
  notProvenMeaning: 'Aún sin comprobar: la aplicación todavía no ha llegado a sí misma por su dirección pública.',
  cause: (cause) => `Causa: ${cause}`,
  test: 'Comprobar ahora',
  testing: 'Comprobando…',
  openSystemSettings: 'Abrir los ajustes del sistema',
};
