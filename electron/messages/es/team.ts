import type { HostMessages } from '../en/index.ts';

const catchUp = 'Los cambios siguen llegando, preguntando a Redbooth de vez en cuando.';

export const team: HostMessages['team'] = {
  states: {
    connecting: 'Conectando con el equipo…',
    online: 'Conectado con el equipo',
    offline: 'Sin conexión con el equipo',
  },
  troubles: {
    'team-unreachable': `El servidor del equipo no responde. ${catchUp} La aplicación lo sigue intentando por su cuenta.`,
    'team-not-trusted': `No se puede proteger la conexión con el servidor del equipo: este ordenador no confía en su certificado, o el servidor no ofrece cifrado. ${catchUp} Comprueba la dirección, o pide su certificado a quien lleve el servidor.`,
    'team-refused': `El servidor del equipo no acepta tus credenciales, o ya no. ${catchUp} Pide otras a quien lleve el servidor.`,
    'team-not-permitted': `El servidor del equipo no te deja leer sus hooks. ${catchUp} Pide a quien lleve el servidor que compruebe tus permisos.`,
    'team-stream-missing': `El servidor del equipo aún no tiene hooks que leer. ${catchUp} Pide a quien lleve el servidor que prepare el flujo.`,
    'team-credentials-unusable': `Las credenciales para el servidor del equipo faltan o no se pueden usar. ${catchUp} Pega entero el archivo que te dieron.`,
    'team-credentials-shared': `Otro ordenador lee ahora los hooks del equipo con tus credenciales, así que este no los lee. ${catchUp} Pide credenciales propias para cada ordenador.`,
  },
  missed: 'Algunos hooks ya no están en el servidor del equipo',
  missedMeaning:
    'Se enviaron mientras este ordenador estuvo ausente más tiempo del que el servidor los guarda. En su lugar se pregunta a Redbooth qué ha cambiado, así que los cambios pueden llegar tarde y varios a la vez.',
  serversUnusable:
    'Escribe direcciones como nats://hooks.example.com:4222, separadas por comas, sin usuario ni contraseña.',
  credentialsUnusable: 'No son credenciales que se puedan usar. Pega entero el archivo que te dieron.',
  credentialsNotKept:
    'El inicio de sesión viene del entorno, así que aquí no se pueden guardar credenciales. Indica su archivo con --nats-creds.',
};
