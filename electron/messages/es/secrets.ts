import type { HostMessages } from '../en/index.ts';

export const secrets: HostMessages['secrets'] = {
  keyrings: {
    macos: 'el llavero de macOS',
    windows: 'la protección de datos de Windows',
    'secret-service': 'el llavero del escritorio (Secret Service)',
    kwallet: 'la cartera KWallet',
  },
  keyring: (keyring) => `La sesión se guarda cifrada; ${keyring} tiene la clave.`,
  agreedFile:
    'Este escritorio no tiene ningún llavero que se pueda usar. Como aceptaste, la sesión se guarda en un archivo que solo tú puedes leer y que no está cifrado.',
  memory:
    'Este escritorio no tiene ningún llavero que se pueda usar, así que la sesión no se guarda: la inicias de nuevo cada vez que arrancas la aplicación.',
  troubles: {
    unwritable: (cause) =>
      `No se puede guardar la sesión (${cause ?? 'el llavero se negó'}), así que no se usa. Revisa el espacio libre, los permisos de la carpeta de datos y el llavero.`,
    undeletable: (cause) =>
      `No se puede borrar la sesión guardada (${cause ?? 'el llavero se negó'}). Revisa los permisos de la carpeta de datos.`,
  },
  file: (file) =>
    `La sesión se guarda en ${file}, en la carpeta de datos: solo tú puedes leer este archivo, y no está cifrado.`,
};
