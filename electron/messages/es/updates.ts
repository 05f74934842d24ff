import type { HostMessages } from '../en/index.ts';

export const updates: HostMessages['updates'] = {
  available: (version) => `La versión ${version} está disponible`,
  availableMeaning: 'No se descarga nada hasta que lo digas.',
  downloading: (version) => `Descargando la versión ${version}`,
  downloadingMeaning: (percent) => `Ya está aquí el ${percent} %. Puedes seguir como siempre.`,
  ready: (version) => `La versión ${version} está descargada`,
  readyMeaning: 'Reinicia la aplicación para usarla. Lo que cambie mientras tanto en Redbooth se encuentra después.',
  failed: (version) => `Aún no tienes la versión ${version}`,
  fixed:
    'Un archivo de ajustes fija en esta ejecución si se buscan actualizaciones. Arranca la aplicación sin él para elegirlo aquí.',
  failures: {
    'update-unsupported': 'Esta copia de la aplicación no se actualiza sola. Los ajustes dicen cómo actualizarla.',
    'update-check-failed':
      'El servidor de las versiones nuevas no respondió como se esperaba, así que no se sabe si hay alguna. Comprueba la conexión a internet y vuelve a intentarlo más tarde.',
    'update-download-failed':
      'No se pudo descargar la versión nueva y sigues teniendo la anterior. Comprueba la conexión a internet y el espacio libre de este ordenador, y vuelve a intentarlo.',
    'update-damaged':
      'Lo descargado no es lo que se publicó, así que se desechó. Sigues teniendo la versión anterior. Vuelve a intentarlo más tarde; si ocurre otra vez, informa de ello.',
    'update-not-installed':
      'La versión nueva no pudo ocupar el lugar de esta, que no ha cambiado. Comprueba que puedes modificar la carpeta en la que está la aplicación, o descarga tú la versión nueva.',
  },
};
