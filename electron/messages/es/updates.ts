import type { HostMessages } from '../en/index.ts';

export const updates: HostMessages['updates'] = {
  available: (version) => `La versión ${version} está disponible`,
  availableMeaning: 'No se descarga nada hasta que lo indique.',
  downloading: (version) => `Descargando la versión ${version}`,
  downloadingMeaning: (percent) => `Ya está aquí el ${percent} %. Puede seguir como siempre.`,
  ready: (version) => `La versión ${version} está descargada`,
  readyMeaning: 'Reinicie la aplicación para usarla. Lo que cambie mientras tanto en Redbooth se encuentra después.',
  failed: (version) => `Aún no tiene la versión ${version}`,
  fixed:
    'Un archivo de ajustes fija en esta ejecución si se buscan actualizaciones. Inicie la aplicación sin él para elegirlo aquí.',
  failures: {
    'update-unsupported': 'Esta copia de la aplicación no se actualiza sola. Los ajustes dicen cómo actualizarla.',
    'update-check-failed':
      'El servidor de las versiones nuevas no respondió como se esperaba, así que no se sabe si hay alguna. Compruebe la conexión a internet y vuelva a intentarlo más tarde.',
    'update-download-failed':
      'No se pudo descargar la versión nueva y sigue teniendo la anterior. Compruebe la conexión a internet y el espacio libre de este equipo, y vuelva a intentarlo.',
    'update-damaged':
      'Lo descargado no es lo que se publicó, así que se desechó. Sigue teniendo la versión anterior. Vuelva a intentarlo más tarde; si ocurre otra vez, comuníquelo.',
    'update-not-installed':
      'La versión nueva no pudo ocupar el lugar de esta, que no ha cambiado. Compruebe que puede modificar la carpeta en la que está la aplicación, o descargue usted la versión nueva.',
  },
};
