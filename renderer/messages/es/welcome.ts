import type { WelcomeMessages } from '../en/welcome.ts';

export const welcome: WelcomeMessages = {
  titles: {
    introduction: 'Entérate de lo que cambia, al momento',
    account: 'Inicia sesión en Redbooth',
    hooks: 'Cómo te llegan los cambios',
    notification: 'Prueba una notificación',
  },
  progress: (step, steps) => `Paso ${step} de ${steps}`,
  next: { setUp: 'Configurar', finish: 'Terminar', goOn: 'Continuar', skipStep: 'Saltar este paso' },
  back: 'Atrás',
  close: 'Cerrar',
  skip: 'Saltar la configuración',
  introduction:
    'Cuando una tarea tuya cambia en Redbooth, una notificación dice quién hizo qué, y un clic abre la tarea.',
  picture: {
    name: 'Una notificación: Bo te asignó “Reservar sala”, vence el 3 de diciembre',
    title: 'Bo te asignó “Reservar sala”',
    body: 'Cumbre de otoño · vence 3 dic',
    open: 'Abrir la tarea',
  },
  demo: {
    see: 'Verlo con un Redbooth de mentira',
    starting: 'Arrancando la demostración…',
    command: 'Ejecuta esto en un terminal del ordenador donde se ejecuta la aplicación y abre el enlace que imprime:',
    what: 'Orden que arranca la demostración',
    copy: 'Copiar la orden',
    opens:
      'La demostración se abre en su propia ventana, marcada como “Demostración”. Ciérrala allí; no se guarda nada de ella.',
    started: 'La demostración se abre en su propia ventana',
  },
  account: {
    why: 'Un hook de Redbooth solo dice que una tarea cambió. Con tu cuenta, la aplicación lee qué cambió, quién lo hizo y qué tareas son tuyas.',
    fromEnvironment: 'La cuenta viene del entorno en el que se arrancó la aplicación.',
  },
  hooks: {
    needsAccount: 'Solo con tu cuenta se puede preguntar a Redbooth. Vuelve atrás para iniciar sesión.',
    nothingToDo: 'No hay nada más que hacer: los cambios aparecen en menos de un minuto.',
    anotherWay: 'Elegir otro camino para los hooks',
    yours: 'Tu URL del hook',
    named: (name) => `URL del hook “${name}”`,
    copy: 'Copiar la URL del hook',
    noAddress: 'Todavía sin dirección pública',
  },
  administrator: {
    title: 'Si no administras la organización',
    meaning:
      'Envía este mensaje a quien la administre: contiene la URL del hook y los pasos. Mientras tanto puedes seguir; la aplicación sigue esperando.',
    what: (organization) => `Mensaje para quien administra “${organization}”`,
    copy: 'Copiar el mensaje',
  },
  notification: {
    try: 'Haz que llegue una ahora, para ver que te llegan y qué aspecto tienen.',
    allow: 'Mostrar notificaciones en este navegador',
    denied:
      'Este navegador no deja a la página mostrar ninguna. Permítelas para esta página en los ajustes del navegador y vuelve a cargarla.',
    unsupported: 'Este navegador no las ofrece a esta página. Los cambios aparecen igualmente en la lista.',
    send: 'Enviar una notificación de prueba',
    another: 'Enviar otra',
    sending: 'Enviando…',
    question: '¿La viste?',
    yes: 'Sí',
    no: 'No la vi',
    allSet: 'Entonces está todo listo. A partir de ahora, así se avisa de los cambios.',
    look: 'Qué revisar',
    pageOpen:
      'Esta página tiene que seguir abierta: es el navegador quien muestra las notificaciones mientras una de sus páginas escucha.',
    doNotDisturb:
      'Puede que esté activado No molestar, o un modo de concentración. Lo que llega mientras tanto está en la lista de notificaciones de tu sistema.',
    blockedInBrowser:
      'Puede que las notificaciones estén bloqueadas en los ajustes del navegador para esta página, o las del navegador en los del sistema.',
    blockedInSystem: 'Puede que las notificaciones de Redbooth Notifier estén desactivadas en los ajustes del sistema.',
    openSettings: 'Abrir los ajustes del sistema',
    listed: 'Haga lo que haga el sistema con las notificaciones, todos los cambios están en la lista de esta ventana.',
  },
};
