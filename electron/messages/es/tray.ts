import type { HostMessages } from '../en/index.ts';

export const tray: HostMessages['tray'] = {
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
