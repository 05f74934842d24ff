import type { HostMessages } from '../en/index.ts';

export const settingsFile: HostMessages['settingsFile'] = {
  'not-settings':
    'Este no es un archivo de ajustes de Redbooth Notifier, así que no se cambió nada. Elige uno exportado desde sus ajustes.',
  'too-long':
    'Este archivo es demasiado grande para ser de ajustes, así que no se cambió nada. Elige uno exportado aquí.',
  invalid: (key) =>
    `El archivo tiene para “${key}” un valor que no se puede usar, así que no se cambió nada. Corrígelo o quítalo del archivo.`,
  notWritten: (file, cause) => `No se pudo escribir el archivo ${file} (${cause}). Elige otro lugar.`,
};
