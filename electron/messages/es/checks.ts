import { createPlural } from '../../contract/index.ts';
import type { HostMessages } from '../en/index.ts';

const plural = createPlural('es');
const seconds = (count: number): string => plural(count, { one: `${count} segundo`, other: `${count} segundos` });

export const checks: HostMessages['checks'] = {
  names: {
    internet: 'Conexión a internet',
    relay: 'Servidor del túnel',
    listener: 'Receptor de hooks',
    'public-nonce': 'URL del hook desde fuera',
    account: 'Cuenta de Redbooth',
    rate: 'Ritmo de peticiones',
    keyring: 'Llavero',
    notifications: 'Notificaciones',
    tray: 'Bandeja',
    database: 'Historial',
    disk: 'Disco',
    clock: 'Reloj',
  },
  verdicts: { ok: 'Bien', attention: 'Atención', broken: 'Falla', 'not-applicable': 'Sin comprobar' },
  overall: {
    ok: 'Todo está en orden.',
    attention: 'Funciona, pero algo necesita tu atención.',
    broken: 'Algo no funciona.',
  },
  notOnThisHost: 'Aquí no hay ninguno.',
  askTheApp:
    'La aplicación está en marcha y no se le puede preguntar desde aquí. Su ventana tiene las mismas comprobaciones.',
  tooLong: (limit) => ({
    sentence: `No hubo respuesta en ${seconds(limit)}.`,
    advice: 'Inténtalo de nuevo. Si sigue así, cierra la aplicación y ábrela de nuevo.',
  }),
  notDone: {
    sentence: 'No se pudo comprobar.',
    advice: 'Inténtalo de nuevo. Si sigue así, avisa y adjunta el diagnóstico que está en los ajustes.',
  },
  internet: {
    ok: 'Redbooth responde.',
    redboothFails: {
      sentence: 'Redbooth tiene ahora mismo un fallo propio.',
      advice: 'Espera: la aplicación vuelve a preguntar por sí sola.',
    },
    redboothSilent: {
      sentence: 'Internet funciona, pero Redbooth no responde.',
      advice:
        'Abre Redbooth en un navegador. Si allí se abre, busca un proxy o un cortafuegos que frene a la aplicación.',
    },
    offline: {
      sentence: 'No responde nada fuera de este ordenador.',
      advice: 'Revisa la conexión a internet, y el proxy si lo hay.',
    },
    unnamed: {
      sentence: 'No se encuentra la dirección de Redbooth.',
      advice: 'Revisa la conexión a internet y el servidor DNS de este ordenador.',
    },
  },
  relay: {
    ok: 'El servidor del túnel responde.',
    notUsed: 'No se usa ningún servidor de túneles: los hooks llegan de otra manera.',
    fails: {
      sentence: 'El servidor del túnel tiene un fallo propio.',
      advice: 'Espera: la aplicación lo intenta de nuevo por sí sola. Si dura, elige otro servidor de túneles.',
    },
    silent: {
      sentence: 'El servidor del túnel no responde.',
      advice:
        'Revisa la conexión a internet y la dirección del servidor del túnel, o elige otra manera de que lleguen los cambios.',
    },
    teamSilent: {
      sentence: 'No se pueden usar los servidores del equipo.',
      advice: 'Revisa los servidores y las credenciales del equipo en “Cómo te llegan los cambios”.',
    },
    teamOk: 'Los servidores del equipo envían hooks.',
  },
  listener: {
    ok: 'Responde en este ordenador.',
    free: 'La aplicación no está en marcha; su puerto está libre.',
    portUnset: 'La aplicación elige un puerto la primera vez que se abre.',
    silent: {
      sentence: 'No responde en este ordenador.',
      advice: 'Cierra la aplicación y ábrela de nuevo.',
    },
    foreign: {
      sentence: 'Otro programa ocupa el puerto del receptor de hooks.',
      advice: 'Cierra ese programa, o abre la aplicación con otro --hook-port N.',
    },
  },
  publicNonce: {
    ok: 'Redbooth puede llegar a ella: respondió desde fuera con lo que solo sabe esta aplicación.',
    notUsed: 'No se usa ninguna URL del hook: los cambios llegan de otra manera.',
    notRunning: 'La aplicación no está en marcha, así que nada responde en ella.',
    unproven: 'Pulsa “Comprobar todo” de nuevo en un minuto. Si sigue así, mira “Cómo te llegan los cambios”.',
  },
  account: {
    ok: 'Redbooth reconoce el inicio de sesión.',
    kept: 'Hay un inicio de sesión guardado; la aplicación lo renueva cuando está en marcha.',
    sealed: 'El inicio de sesión está guardado donde solo la aplicación puede leerlo.',
    signedOut: {
      sentence: 'Nadie ha iniciado sesión.',
      advice: 'Inicia sesión desde la ventana, o mediante el entorno (REDBOOTH_ACCESS_TOKEN).',
    },
    expired: {
      sentence: 'Redbooth ya no acepta el inicio de sesión.',
      advice: 'Inicia sesión de nuevo. Si lo hace el entorno, pon en él un token nuevo.',
    },
    unknown: {
      sentence: 'Redbooth no dijo de quién es el inicio de sesión.',
      advice: 'Inténtalo de nuevo cuando Redbooth responda.',
    },
    unreadable: {
      sentence: 'No se puede leer el inicio de sesión guardado.',
      advice: 'Inicia sesión de nuevo desde la ventana.',
    },
  },
  rate: {
    ok: 'Redbooth acepta las peticiones de la aplicación.',
    unknown: 'Redbooth no responde, así que no se puede saber su límite.',
    resting: (left) => ({
      sentence: `Redbooth pidió menos peticiones: la aplicación descansa ${seconds(left)}.`,
      advice: 'Espera. Si pasa a menudo, busca otros programas que usen la misma cuenta.',
    }),
    refused: {
      sentence: 'Redbooth rechaza las peticiones de aquí por ser demasiadas.',
      advice: 'Espera unos minutos. Si pasa a menudo, busca otros programas que usen la misma cuenta.',
    },
  },
  keyring: {
    ok: 'El inicio de sesión está guardado en el llavero de este ordenador.',
    notUsed: 'No se usa: la sesión se inicia mediante el entorno.',
    file: {
      sentence: 'No hay llavero, así que el inicio de sesión está guardado en un archivo sin cifrar.',
      advice: 'Instala un llavero (por ejemplo GNOME Keyring o KWallet) e inicia sesión de nuevo.',
    },
    memory: {
      sentence: 'No hay llavero, así que el inicio de sesión dura hasta que se cierra la aplicación.',
      advice: 'Instala un llavero (por ejemplo GNOME Keyring o KWallet), o permite un archivo en “Cuenta de Redbooth”.',
    },
  },
  notifications: {
    ok: 'El sistema las muestra.',
    quiet: 'Esperan a que acaben tus horas de silencio.',
    blocked: {
      sentence: 'El sistema no mostró las últimas.',
      advice: 'Permite las notificaciones de esta aplicación en los ajustes del sistema y envía una de prueba.',
    },
    paused: {
      sentence: 'Están en pausa.',
      advice: 'Reanúdalas en la ventana o en la bandeja.',
    },
    doNotDisturb: {
      sentence: 'El sistema está en modo “No molestar”.',
      advice: 'Quita ese modo en el sistema para verlas.',
    },
  },
  tray: {
    ok: 'El icono de la aplicación está en la bandeja.',
    missing: {
      sentence: 'Este escritorio no muestra iconos de bandeja.',
      advice:
        'Añádelos al escritorio (en GNOME, la extensión AppIndicator), o abre la aplicación otra vez para ver su ventana.',
    },
  },
  database: {
    ok: (megabytes) => `Está íntegro (${megabytes} MB).`,
    large: (megabytes) => `Se puede leer (${megabytes} MB, demasiado para recorrerlo aquí).`,
    none: 'Aún no hay ninguno: se crea la primera vez que se abre la aplicación.',
    damaged: {
      sentence: 'El archivo de tu historial está dañado.',
      advice: 'Cierra la aplicación y ábrela de nuevo: el archivo se aparta y se empieza uno nuevo.',
    },
    unreadable: {
      sentence: 'No se puede leer el archivo de tu historial.',
      advice: 'Revisa sus permisos y el disco, y cierra los programas que lo tengan ocupado.',
    },
    unwritable: {
      sentence:
        'No se puede escribir en el archivo de tu historial, así que a los hooks se les responde “inténtalo más tarde”.',
      advice: 'Revisa el espacio libre y los permisos de la carpeta de datos.',
    },
  },
  disk: {
    ok: (free) => `Se puede escribir en la carpeta de datos (${free} GB libres).`,
    writable: 'Se puede escribir en la carpeta de datos.',
    low: (free) => ({
      sentence: `Queda poco espacio (${free} GB).`,
      advice: 'Libera espacio en este disco.',
    }),
    full: {
      sentence: 'El disco está lleno, o casi.',
      advice: 'Libera espacio en este disco: sin él la aplicación no puede recibir hooks.',
    },
    unwritable: {
      sentence: 'No se puede escribir en la carpeta de datos.',
      advice: 'Revisa sus permisos, o elige otra con --data-dir DIR.',
    },
  },
  clock: {
    ok: (skew) => `Coincide con los relojes de los servidores (${seconds(skew)} de diferencia como mucho).`,
    unknown: 'Ningún servidor dijo su hora.',
    skewed: (skew) => ({
      sentence: `Se desvía ${seconds(skew)}.`,
      advice:
        'Haz que el sistema ajuste su hora por sí solo: el inicio de sesión y los recordatorios dependen de ella.',
    }),
  },
};
