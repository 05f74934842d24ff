import type { HostMessages } from '../en/index.ts';

export const buttons: HostMessages['buttons'] = {
  resolve: 'Marcar como resuelta',
  reopen: 'Reabrir',
  comment: 'Comentar',
  mute: 'Silenciar un día',
  open: 'Abrir',
};
