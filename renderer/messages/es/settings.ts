import { createPlural } from '../../../electron/contract/index.ts';
import type { SettingsMessages } from '../en/settings.ts';

const plural = createPlural('es');

export const settings: SettingsMessages = {
  title: 'Ajustes',
  sections: 'Secciones',
  reading: 'Leyendo los ajustes…',
  places: {
    notifications: 'Notificaciones',
    rules: 'De qué se te avisa',
    muted: 'Silenciado',
    'quiet-hours': 'Horas de silencio',
    'due-dates': 'Vencimientos',
    appearance: 'Apariencia',
    system: 'Sistema',
    account: 'Cuenta',
    'hook-source': 'Cómo te llegan los cambios',
    history: 'Historial',
    updates: 'Actualizaciones',
    transfer: 'Estos ajustes',
    help: 'Ayuda',
  },
  items: {
    inThisBrowser: {
      label: 'Notificaciones en este navegador',
      meaning: 'Se muestran aquí mientras esta página está abierta.',
    },
    content: {
      label: 'Qué muestran',
      meaning: 'Guarda para ti lo que cambió donde otros ven tu pantalla, o en la pantalla de bloqueo.',
    },
    sound: { label: 'Sonido', meaning: 'Lo que oyes cuando llega una notificación.' },
    test: { label: 'Prueba', meaning: 'Muestra una notificación que no avisa de nada, para ver que te llegan.' },
    rules: {
      label: 'Qué cambia',
      meaning:
        'Decide la primera columna que encaja: tus tareas son las que tienes asignadas o creaste; luego, las que sigues; luego, las de los proyectos elegidos abajo; y después, todas las demás.',
    },
    chosenProjects: {
      label: 'Proyectos elegidos',
      meaning: 'Sus tareas que no son tuyas ni sigues van por la columna “Elegidos”.',
    },
    muted: {
      label: 'Silenciado',
      meaning:
        'Silencia una tarea, un proyecto o a una persona desde el menú de un cambio; lo que hagan solo irá a la lista.',
    },
    quietHours: {
      label: 'Horas de silencio',
      meaning:
        'En las horas de silencio no se muestra nada; después, una sola notificación resume lo que llegó. Cuenta el reloj del ordenador en el que se ejecuta la aplicación.',
    },
    dueReminder: {
      label: 'Recordarme las tareas que vencen',
      meaning: 'Una vez al día: las tareas asignadas a ti que vencen hoy o están atrasadas.',
    },
    theme: { label: 'Tema', meaning: 'Si la ventana es clara u oscura.' },
    language: {
      label: 'Idioma',
      meaning: 'Lo que dice la aplicación en la ventana, en las notificaciones y en la bandeja.',
    },
    startAtLogin: {
      label: 'Arrancar al iniciar sesión',
      meaning: 'La aplicación arranca en la bandeja, sin su ventana.',
    },
    trayIcon: { label: 'Icono de la bandeja', meaning: 'Elige el otro si apenas lo ves.' },
    account: { label: 'Cuenta de Redbooth', meaning: 'Con qué cuenta se inició sesión.' },
    hookSource: {
      label: 'Cómo te llegan los cambios',
      meaning: 'Por hook, por el servidor de tu equipo o preguntando a Redbooth cada minuto.',
    },
    tunnel: { label: 'El camino de los hooks hasta este ordenador', meaning: 'Un túnel, o una dirección propia.' },
    hookUrls: {
      label: 'URL de los hooks',
      meaning: 'Lo que un administrador pega en Redbooth, una por organización.',
    },
    historyDays: { label: 'Guardar los cambios', meaning: 'Lo más antiguo se borra, lo hayas leído o no.' },
    historyChanges: {
      label: 'Guardar como máximo',
      meaning: 'También dentro de ese tiempo, para que el historial no crezca sin fin.',
    },
    deleteHistory: {
      label: 'Borrar el historial',
      meaning: 'Todos los cambios y lo que se sabe de las tareas. Tu sesión sigue iniciada.',
    },
    updates: { label: 'Actualizaciones', meaning: 'Buscar actualizaciones a diario' },
    export: {
      label: 'Llévatelos',
      meaning:
        'Un archivo para otro ordenador. No contiene tu sesión, ninguna URL del hook ni dirección, ni nada propio de este ordenador.',
    },
    import: {
      label: 'Usar un archivo',
      meaning: 'Uno exportado aquí o en otro ordenador. Verás qué cambiaría antes de que cambie.',
    },
    resetAll: {
      label: 'Empezar de cero',
      meaning: 'Todo como viene de fábrica. Tu sesión, las URL de los hooks y el historial se quedan.',
    },
    checks: {
      label: 'Comprobar la aplicación',
      meaning: 'Mira todo aquello de lo que depende la aplicación, de la conexión al disco.',
    },
    diagnostics: {
      label: 'Diagnóstico',
      meaning:
        'Estados, recuentos y códigos de error para un informe. No contiene nombres, títulos, comentarios, direcciones ni secretos.',
    },
  },
  search: {
    label: 'Buscar en los ajustes',
    found: (count) => plural(count, { one: '1 ajuste encontrado', other: `${count} ajustes encontrados` }),
    nothing: 'Ningún ajuste se llama así',
    whatToDo: 'Prueba con otra palabra, como “sonido” u “oscuro”, o borra la búsqueda para verlos todos.',
    clear: 'Borrar la búsqueda',
  },
  reset: {
    section: 'Restablecer',
    sectionOf: (section) => `Restablecer: ${section}`,
    all: 'Restablecer todos los ajustes…',
    title: (section) => `¿Restablecer “${section}”?`,
    titleAll: '¿Restablecer todos los ajustes?',
    act: 'Restablecer',
    busy: 'Restableciendo…',
    keep: 'Dejarlos así',
    nothing: 'Todo está ya como viene de fábrica.',
    done: 'Los ajustes vuelven a estar como vienen de fábrica.',
  },
  export: {
    act: 'Exportar…',
    busy: 'Exportando…',
    saved: (file) => `Guardado como ${file}`,
    downloaded: 'El navegador tiene el archivo.',
  },
  import: {
    act: 'Elegir un archivo…',
    title: '¿Usar estos ajustes?',
    apply: 'Usarlos',
    busy: 'Cambiando…',
    keep: 'Dejar los míos',
    nothing: 'El archivo contiene los ajustes que ya tienes.',
    tooLarge: 'Este archivo es demasiado grande para ser de ajustes. Elige uno exportado aquí o en otro ordenador.',
    unreadable: 'No se pudo leer el archivo. Elígelo otra vez, o elige otro.',
    done: 'Los ajustes del archivo ya se aplican.',
    unknown: (keys) => `Esta versión no los conoce, así que se omiten: ${keys}.`,
    ofTheMachine: (keys) => `Son del otro ordenador, así que se omiten: ${keys}.`,
  },
  difference: {
    fixed: (names) => `Los fija en esta ejecución un archivo de ajustes, así que se quedan como están: ${names}.`,
    deletes: 'Así se guarda menos historial: lo que sobra se borra al momento, y deshacer no lo recupera.',
    becomes: (before, after) => `${before} → ${after}`,
    rules: (count) => plural(count, { one: '1 regla', other: `${count} reglas` }),
    projects: (count) => (count === 0 ? 'Ninguno' : plural(count, { one: '1 proyecto', other: `${count} proyectos` })),
    quietTimes: (count) => (count === 0 ? 'Ninguna' : plural(count, { one: '1 franja', other: `${count} franjas` })),
    changed: 'Otra selección de la misma longitud',
    timeZone: 'Zona horaria',
    ofTheComputer: 'La del ordenador',
    on: 'Activado',
    off: 'Desactivado',
  },
  undone: 'Los ajustes están como antes.',
  permission: {
    granted: 'Se muestran aquí mientras esta página está abierta.',
    default: 'Aquí todavía no se muestran.',
    denied:
      'Este navegador no deja a la página mostrar ninguna. Permítelas para esta página en los ajustes del navegador.',
    unsupported: 'Este navegador no las ofrece a esta página. Los cambios aparecen igualmente en la lista.',
  },
  showThem: 'Mostrarlas',
  sounds: { system: 'El del sistema', none: 'Ninguno', chime: 'Campanilla', knock: 'Golpecitos', drop: 'Gota' },
  playSound: 'Reproducir',
  playing: 'Reproduciendo…',
  contents: { full: 'Qué cambió', private: 'Solo que algo cambió' },
  rules: {
    levelsExplained:
      '“Avisar” es una notificación y una fila de la lista; “Listar”, solo la fila; “Ignorar”, ninguna de las dos. Lo que haces tú solo va a la lista.',
    cannotHappen: 'No puede ocurrir: la tarea es tuya',
    subjects: {
      assigned: { name: 'Asignación', meaning: 'Te asignan una tarea, o te la quitan' },
      mention: { name: 'Menciones', meaning: 'Alguien te nombra en un comentario' },
      comment: { name: 'Comentarios', meaning: 'Alguien escribe sobre la tarea' },
      status: { name: 'Estado', meaning: 'Resuelta, reabierta, en espera' },
      'due-date': { name: 'Vencimiento', meaning: 'Fecha puesta, movida o quitada' },
      urgent: { name: 'Urgencia', meaning: 'Marcada como urgente, o ya no' },
      created: { name: 'Tareas nuevas', meaning: 'Alguien crea una tarea' },
      deleted: { name: 'Tareas borradas', meaning: 'O que ya no puedes ver' },
      other: { name: 'Todo lo demás', meaning: 'Nombre, descripción, lista, proyecto' },
    },
    scopes: { mine: 'Tus tareas', watched: 'Seguidas', chosen: 'Elegidos', other: 'Las demás' },
    levels: { notify: 'Avisar', list: 'Listar', ignore: 'Ignorar' },
  },
  projects: {
    lost: (id) => `Proyecto ${id}, sin ningún cambio en la lista`,
    find: 'Buscar un proyecto',
    notFound: 'Ningún proyecto se llama así.',
    none: 'Todavía no se ha visto ningún proyecto. Aparecen aquí con su primer cambio.',
    reading: 'Leyendo los proyectos…',
    of: (organization) => `en ${organization}`,
  },
  mutes: {
    none: 'No hay nada silenciado.',
    reading: 'Leyendo lo que está silenciado…',
    kinds: { task: 'Tarea', project: 'Proyecto', organization: 'Organización', person: 'Persona' },
    withoutEnd: (kind) => `${kind}, hasta que lo deshagas`,
    until: (kind, end) => `${kind}, hasta ${end}`,
    unmute: 'Dejar de silenciar',
    unmuted: (label) => `Ya no se silencia: ${label}`,
  },
  quiet: {
    none: 'No hay ninguna.',
    add: 'Añadir horas de silencio',
    days: 'Días',
    from: 'Desde',
    until: 'hasta',
    needsDay: 'No se aplica: elige al menos un día, o quítala.',
    needsTimes: 'No se aplica: pon las dos horas, o quítala.',
    remove: 'Quitarla',
    removeNamed: (sentence) => `Quitar ${sentence}`,
  },
  never: 'Nunca',
  themes: { system: 'El del sistema', light: 'Claro', dark: 'Oscuro' },
  systemLanguage: 'El del sistema',
  trayIcons: { auto: 'El del sistema', light: 'Claro, para un panel oscuro', dark: 'Oscuro, para un panel claro' },
  account: { signIn: 'Iniciar sesión', show: 'Mostrar la cuenta' },
  hooks: { chooseWay: 'Elegir el camino', showUrls: 'Mostrar las URL de los hooks' },
  history: {
    days: (days) =>
      days % 365 === 0
        ? plural(days / 365, { one: '1 año', other: `${days / 365} años` })
        : plural(days, { one: '1 día', other: `${days} días` }),
    newest: (count) => `Los ${count} más nuevos`,
    shorter: '¿Guardar menos historial?',
    deleteOlder: 'Borrar lo más antiguo',
    deleting: 'Borrando…',
    keep: 'Conservarlo',
    olderThan: (time) =>
      `Los cambios de hace más de ${time} se borran de este ordenador y no se pueden recuperar. En Redbooth no se borra nada.`,
    allBut: (count) =>
      `Se borran de este ordenador todos los cambios salvo los ${count} más nuevos, y no se pueden recuperar. En Redbooth no se borra nada.`,
    deleteNow: 'Borrar el historial ahora',
    deleteTitle: '¿Borrar el historial?',
    delete: 'Borrar el historial',
    deleteMeans:
      'Todos los cambios de la lista se borran de este ordenador y no se pueden recuperar. Tus silencios se deshacen, porque nombran tareas, proyectos y personas. En Redbooth no se borra nada.',
    deleted: 'El historial está borrado',
  },
  copyDiagnostics: 'Copiar el diagnóstico',
  openChecks: 'Abrir las comprobaciones',
};
