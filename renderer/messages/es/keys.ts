import type { PageMessages } from '../en/index.ts';

export const keys: PageMessages['keys'] = {
  names: { pageDown: 'Av Pág', pageUp: 'Re Pág', home: 'Inicio', end: 'Fin', enter: 'Intro' },
  next: 'Cambio siguiente',
  previous: 'Cambio anterior',
  page: 'Una página de cambios adelante o atrás',
  ends: 'Cambio más reciente o más antiguo',
  showTask: 'Mostrar la tarea',
  back: 'Volver a la lista',
  open: 'Abrir la tarea en Redbooth',
  resolve: 'Marcar la tarea como resuelta, o reabrirla',
  comment: 'Comentar la tarea',
  read: 'Marcar como leído, o no leído',
  undo: 'Deshacer la última marca de leído',
  snooze: 'Posponer el cambio',
  mute: 'Silenciar su tarea, proyecto o persona',
  search: 'Buscar',
  settings: 'Ajustes',
  keys: 'Mostrar esta lista',
};
