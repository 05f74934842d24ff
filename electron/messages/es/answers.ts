import type { HostMessages } from '../en/index.ts';

export const answers: HostMessages['answers'] = {
  gone: {
    change: 'Ese cambio ya no existe.',
    notice: 'Ese aviso ya no existe.',
    notification: 'Esa notificación ya no existe.',
    'hook URL': 'Esa URL del hook ya no existe.',
    organisation: 'Esa organización ya no existe.',
    request: 'Esa petición ya no existe.',
    mute: 'Ese silencio ya no existe.',
  },
  fixed: {
    trayIcon:
      'Un archivo de ajustes fija el icono de la bandeja en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    tunnel:
      'Una opción o un archivo de ajustes fija en esta ejecución cómo te llegan los cambios. Arranca la aplicación sin ello para elegir aquí.',
    hookSource:
      'Una opción o un archivo de ajustes fija en esta ejecución cómo te llegan los cambios. Arranca la aplicación sin ello para elegir aquí.',
    history:
      'Un archivo de ajustes fija en esta ejecución cuánto se guardan los cambios. Arranca la aplicación sin él para elegir aquí.',
    rules: 'Un archivo de ajustes fija las reglas en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    chosenProjects:
      'Un archivo de ajustes fija tus proyectos elegidos en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    quietHours:
      'Un archivo de ajustes fija las horas de silencio en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    notificationContent:
      'Un archivo de ajustes fija qué muestran las notificaciones en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    notificationSound:
      'Un archivo de ajustes fija el sonido de las notificaciones en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    dueReminderHour:
      'Un archivo de ajustes fija la hora de las tareas que vencen en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    theme: 'Un archivo de ajustes fija el tema en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
    language: 'Un archivo de ajustes fija el idioma en esta ejecución. Arranca la aplicación sin él para elegir aquí.',
  },
  noMute: {
    own: 'Lo que haces tú nunca se avisa, así que no hay a quién silenciar.',
    task: 'No se conoce la tarea de este cambio, así que no hay nada que silenciar.',
    project: 'No se conoce el proyecto de este cambio, así que no hay nada que silenciar. Silencia la tarea.',
    organization:
      'No se conoce la organización de este cambio, así que no hay nada que silenciar. Silencia el proyecto.',
    person: 'No se sabe quién hizo esto, así que no hay a quién silenciar. Silencia la tarea.',
  },
  historyNotDeleted: 'No se pudo borrar el historial. Revisa el espacio libre e inténtalo de nuevo.',
  signedOutHistoryNotDeleted:
    'Has cerrado la sesión, pero no se pudo borrar el historial. Revisa el espacio libre e inténtalo de nuevo.',
  trayIconBySystem: 'Aquí el propio sistema elige el color del icono de la bandeja.',
  login: {
    macos: 'macOS no lo permitió. Abre Ajustes del Sistema, General, Ítems de inicio, y activa Redbooth Notifier allí.',
    windows: 'Windows no lo permitió. Abre Configuración, Aplicaciones, Inicio, y activa Redbooth Notifier allí.',
    system: 'El sistema no lo permitió. Búscalo en la configuración del sistema y activa Redbooth Notifier allí.',
    'not-installed': 'Esta aplicación no puede arrancar cuando inicias sesión en el ordenador. Instálala primero.',
    'not-desktop': 'Solo la aplicación de escritorio puede arrancar cuando inicias sesión en el ordenador.',
  },
  loginFile: (path) =>
    `No se pudo escribir el archivo ${path}. Comprueba quién puede escribir en esa carpeta e inténtalo de nuevo.`,
  demoNotStarted:
    'No se pudo iniciar la demostración. Arranca la aplicación desde un terminal con --demo para ver por qué.',
  test: 'Esto es una prueba',
  testBody: 'Así se avisa de los cambios de tus tareas.',
};
