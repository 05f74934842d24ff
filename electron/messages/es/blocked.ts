import type { HostMessages } from '../en/index.ts';

export const blocked: HostMessages['blocked'] = {
  unsupported:
    'Este escritorio no tiene ningún servicio de notificaciones. Arranca o instala uno y envía una notificación de prueba. Hasta entonces, todos los cambios están en la lista.',
  notShown:
    'El sistema aceptó las últimas y no las mostró. Permite las notificaciones de Redbooth Notifier en sus ajustes y envía una notificación de prueba. Hasta entonces, todos los cambios están en la lista.',
  switchedOff:
    'Están desactivadas en los ajustes del sistema. Actívalas para Redbooth Notifier y envía una notificación de prueba. Hasta entonces, todos los cambios están en la lista.',
  refused:
    'El sistema rechazó las últimas. Mira sus ajustes de notificaciones y envía una notificación de prueba. Hasta entonces, todos los cambios están en la lista.',
};
