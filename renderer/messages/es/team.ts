import type { PageMessages } from '../en/index.ts';

export const team: PageMessages['team'] = {
  servers: 'Dirección del servidor',
  serversHint: 'Pueden ser varias direcciones seguidas, separadas por comas.',
  credentials: 'Credenciales',
  credentialsHint:
    'Todo el texto del archivo que te dieron. Se guarda como tu inicio de sesión, y no se vuelve a mostrar.',
  kept: 'Hay credenciales guardadas. Déjalo vacío para seguir usándolas.',
  connect: 'Usar este servidor',
  connecting: 'Conectando…',
  connection: 'El servidor de tu equipo',
};
