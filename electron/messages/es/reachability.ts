import type { HostMessages } from '../en/index.ts';

const catchUp = 'Los cambios siguen llegando, preguntando a Redbooth de vez en cuando.';
const trying = 'La aplicación lo sigue intentando por su cuenta.';

export const reachability: HostMessages['reachability'] = {
  states: {
    connecting: 'Conectando…',
    online: 'Accesible',
    degraded: 'Comprobando la conexión…',
    offline: 'No accesible',
    'name-lost': 'URL del hook perdida',
    off: 'Túnel desactivado',
    polling: 'Pregunta a Redbooth cada minuto',
  },
  details: {
    degraded: 'La última comprobación desde fuera falló. Se repite enseguida.',
    'name-lost': `El servidor del túnel ha dado tu dirección a otro ordenador, así que los hooks no te llegan. ${catchUp}`,
    off: 'El túnel está desactivado, así que Redbooth no puede llegar a este ordenador. Los cambios llegan preguntando a Redbooth de vez en cuando.',
    polling: 'No hace falta ni hook ni administrador. Los cambios llegan con un minuto de retraso como mucho.',
  },
  catchUp,
  causes: {
    'no-internet': { what: 'Este ordenador no tiene conexión a internet.', next: trying },
    dns: {
      what: 'No se encuentra la dirección del servidor del túnel; puede que falle la conexión a internet.',
      next: trying,
    },
    'relay-refused': { what: 'El servidor del túnel no acepta conexiones.', next: trying },
    'relay-hung': { what: 'El servidor del túnel no responde.', next: trying },
    'relay-rejected': {
      what: 'El servidor del túnel se niega a abrir un túnel.',
      next: 'Revisa el servidor del túnel en los ajustes.',
    },
    'relay-reply-unusable': {
      what: 'Lo que responde en la dirección del servidor del túnel no es un servidor de túneles.',
      next: 'Revisa su dirección en los ajustes.',
    },
    'relay-connections-lost': {
      what: 'Ninguna conexión con el servidor del túnel se mantiene abierta; puede que un cortafuegos lo impida.',
      next: trying,
    },
    'name-taken': { what: 'El servidor del túnel todavía no ha liberado tu dirección.', next: trying },
    'foreign-answer': { what: 'Otra cosa responde en tu URL del hook.', next: trying },
    'no-answer': { what: 'Tu URL del hook no responde desde fuera.', next: trying },
    'reminder-page': {
      what: 'El servidor del túnel muestra una página de aviso en lugar de tu URL del hook; puede que Redbooth no consiga pasarla.',
      next: trying,
    },
    'listener-dead': {
      what: 'La parte de la aplicación que recibe los hooks se había detenido.',
      next: 'Se está poniendo en marcha de nuevo por su cuenta.',
    },
    'public-url-missing': {
      what: 'No hay ninguna dirección pública válida.',
      next: 'Escribe en los ajustes la dirección por la que se llega a este ordenador desde fuera.',
    },
  },
};
