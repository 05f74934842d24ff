import type { PageMessages } from '../en/index.ts';

export const updates: PageMessages['updates'] = {
  version: (version) => `Tienes la versión ${version}`,
  obstacles: {
    headless:
      'El servicio sin ventana no se actualiza solo. Instala la versión nueva como instalaste esta y vuelve a iniciarlo.',
    demo: 'La demostración no se actualiza sola. La aplicación que la inició, sí.',
    development: 'Esta copia se ejecuta desde su código fuente. Obtén el código más reciente y compílalo de nuevo.',
    'package-manager':
      'Esta copia la instaló tu gestor de paquetes. Instala con él el paquete de la versión nueva, o deja que lo haga con todo lo demás.',
    unpacked:
      'Esta copia se descomprimió a mano y no puede sustituirse a sí misma. Descarga la versión nueva y descomprímela en el lugar de esta.',
    'no-feed':
      'Esta copia se compiló sin un lugar del que obtener versiones nuevas. Quien la compiló puede darte una más reciente.',
  },
  never: 'Todavía no se ha buscado ninguna más reciente.',
  newest: (ago) => `No se encontró ninguna más reciente (${ago}).`,
  checking: 'Buscando una versión más reciente…',
  available: (version) => `La versión ${version} está disponible. No se descarga nada hasta que lo digas.`,
  downloading: (version, percent) => `Descargando la versión ${version}: ${percent} %`,
  ready: (version) => `La versión ${version} está descargada. La aplicación se reinicia cuando lo digas.`,
  installing: (version) => `Instalando la versión ${version}…`,
  check: 'Buscar actualizaciones',
  download: 'Descargar',
  tryAgain: 'Volver a intentarlo',
  restart: 'Reiniciar ahora',
  whatIsNew: 'Novedades',
  notesOf: (version) => `Novedades de la versión ${version}`,
  noNotes: 'No se escribió nada sobre ella.',
  daily: 'Buscar actualizaciones cada día',
  dailyMeaning: 'Una versión nueva se anuncia una vez, en esta ventana. Nada se descarga ni se instala solo.',
};
