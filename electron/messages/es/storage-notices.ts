import type { HostMessages } from '../en/index.ts';

const later =
  'A los hooks que llegan mientras tanto se les pide que vuelvan más tarde, y lo que contaban se averigua preguntando a Redbooth.';

export const storageNotices: HostMessages['storageNotices'] = {
  notStored: 'No se pueden guardar los cambios',
  full: 'El disco está lleno',
  fullBody: `No se pueden guardar los cambios. Libera espacio en este ordenador. ${later}`,
  busyBody: `Otro programa tiene ocupado el archivo de tu historial. Ciérralo; puede ser un visor de bases de datos o una copia de seguridad. ${later}`,
  readOnlyBody: `No está permitido escribir en el archivo de tu historial. Revisa sus permisos. ${later}`,
  unwritableBody: `No se puede escribir en el archivo de tu historial. Revisa el disco y su espacio libre. ${later}`,
  unreadable: 'No se puede leer el historial',
  unreadableBody: `El disco no devuelve lo que hay en él. Revisa el disco. ${later}`,
  damaged: 'El historial está dañado',
  damagedBody:
    'No se pueden guardar los cambios. Cierra la aplicación y ábrela de nuevo: el archivo dañado se aparta y se empieza un historial nuevo.',
  newHistory: 'Se empezó un historial nuevo',
  newHistoryNewUrl: 'Se empezó un historial nuevo, con otra URL del hook',
  newHistoryBody: (keptAs) =>
    `El archivo de tu historial estaba dañado. Se conserva como ${keptAs} en la carpeta de datos y se empezó uno nuevo. Los cambios anteriores ya no están en la lista. Tus URL de los hooks son las mismas.`,
  newHistoryNewUrlBody: (keptAs) =>
    `El archivo de tu historial estaba dañado. Se conserva como ${keptAs} en la carpeta de datos y se empezó uno nuevo. No se pudo leer en él tu URL del hook: los hooks no te llegan hasta que un administrador pegue la nueva en Redbooth.`,
};
