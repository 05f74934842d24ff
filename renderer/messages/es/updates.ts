import type { PageMessages } from '../en/index.ts';

export const updates: PageMessages['updates'] = {
  version: (version) => `Tiene la versión ${version}`,
  obstacles: {
    headless:
      'El servicio sin ventana no se actualiza solo. Instale la versión nueva como instaló esta y vuelva a iniciarlo.',
    demo: 'La demostración no se actualiza sola. La aplicación que la inició, sí.',
    development: 'Esta copia se ejecuta desde su código fuente. Obtenga el código más reciente y compílelo de nuevo.',
    'package-manager':
      'Esta copia la instaló su gestor de paquetes. Instale con él el paquete de la versión nueva, o deje que lo haga con todo lo demás.',
    unpacked:
      'Esta copia se descomprimió a mano y no puede sustituirse a sí misma. Descargue la versión nueva y descomprímala en el lugar de esta.',
    'no-feed':
      'Esta copia se compiló sin un lugar del que obtener versiones nuevas. Quien la compiló puede darle una más reciente.',
  },
  never: 'Todavía no se ha buscado ninguna más reciente.',
  newest: (ago) => `No se encontró ninguna más reciente (${ago}).`,
  checking: 'Buscando una versión más reciente…',
  available: (version) => `La versión ${version} está disponible. No se descarga nada hasta que lo indique.`,
  downloading: (version, percent) => `Descargando la versión ${version}: ${percent} %`,
  ready: (version) => `La versión ${version} está descargada. La aplicación se reinicia cuando lo indique.`,
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
