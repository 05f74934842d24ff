import type { PageMessages } from '../en/index.ts';

export const header: PageMessages['header'] = {
  demo: 'Demostración',
  offerNotifications: 'Mostrar notificaciones en este navegador',
  notNow: 'Ahora no',
  pause: 'Pausar las notificaciones',
  pauseHalfHour: 'Durante 30 minutos',
  pauseHour: 'Durante 1 hora',
  pauseUntilMorning: 'Hasta mañana por la mañana',
  pauseUntilResumed: 'Hasta que yo las reanude',
  resumeNow: 'Reanudar ahora',
  resume: 'Reanudar las notificaciones',
  resumeShort: 'Reanudar',
  pauseBegun: 'Las notificaciones están en pausa',
  pauseEnded: 'Las notificaciones vuelven a mostrarse',
  paused: (end) => (end === null ? 'En pausa' : `En pausa hasta ${end}`),
  quiet: (end) => (end === null ? 'En silencio' : `En silencio hasta ${end}`),
  quietMeaning: 'Horas de silencio: lo que llegue ahora se avisa después',
  changeQuietHours: 'Cambiar las horas de silencio',
};
