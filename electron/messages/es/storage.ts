import type { HostMessages } from '../en/index.ts';

export const storage: HostMessages['storage'] = {
  full: 'El disco está lleno, así que esto no se guardó. Libera espacio en este ordenador e inténtalo de nuevo.',
  busy: 'Otro programa tiene ocupado el archivo de tu historial, así que esto no se guardó. Ciérralo (puede ser un visor de bases de datos o una copia de seguridad) e inténtalo de nuevo.',
  readOnly:
    'No está permitido escribir en el archivo de tu historial, así que esto no se guardó. Revisa sus permisos e inténtalo de nuevo.',
  unwritable:
    'No se puede escribir en el archivo de tu historial, así que esto no se guardó. Revisa el disco y su espacio libre e inténtalo de nuevo.',
  unreadable: 'No se puede leer el archivo de tu historial. Revisa el disco e inténtalo de nuevo.',
  damaged:
    'El archivo de tu historial está dañado. Cierra la aplicación y ábrela de nuevo: el archivo dañado se aparta y se empieza un historial nuevo.',
  settings: (cause) =>
    `No se pudieron guardar los ajustes (${cause}). Revisa el espacio libre y los permisos de la carpeta de datos e inténtalo de nuevo.`,
};
