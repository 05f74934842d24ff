import { createPlural } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';

const plural = createPlural('es');

export const tray: HostMessages['tray'] = {
  noNews: 'Ningún cambio sin leer',
  news: (count) => plural(count, { one: '1 cambio sin leer', other: `${count} cambios sin leer` }),
  paused: 'En pausa',
  pausedUntil: (moment) => `En pausa hasta: ${moment}`,
  open: 'Abrir',
  pause: 'Pausar',
  pauseHalfHour: '30 minutos',
  pauseHour: '1 hora',
  pauseUntilMorning: 'Hasta mañana por la mañana',
  pauseUntilResumed: 'Hasta que yo lo reanude',
  resume: 'Reanudar',
  copyHookUrl: 'Copiar la URL del hook',
  test: 'Enviar una notificación de prueba',
  settings: 'Ajustes',
  quit: 'Salir',
};
