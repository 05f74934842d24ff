import type { PageMessages } from '../en/index.ts';

export const connect: PageMessages['connect'] = {
  pollingMeaning:
    'La aplicación pregunta a Redbooth cada minuto qué ha cambiado, así que no hace falta ni una URL del hook ni un administrador. Los cambios aparecen con un minuto de retraso como mucho.',
  pollingInstead:
    'Para verlos al momento, deja que Redbooth envíe hooks: un administrador pega una vez una URL del hook en Redbooth.',
  hookUrls: 'URL de los hooks',
  hookUrlsMeaning:
    'Redbooth llama a una URL del hook cada vez que cambia una tarea. Usa una por organización y compártela solo con sus administradores.',
  showHookUrls: 'Mostrar las URL de los hooks',
  waiting: 'Esperando el primer hook…',
  firstHook: 'Primer hook recibido',
  lastHook: 'Último hook recibido',
  hookAgo: (what, ago) => `${what} ${ago}`,
  noHookYet: 'Ningún hook todavía',
  lastHookAgo: (ago) => `Último hook, ${ago}`,
  hookUrl: (name) => `URL del hook “${name}”`,
  copyHookUrl: 'Copiar la URL del hook',
  copyHookUrlOf: (name) => `Copiar la URL del hook “${name}”`,
  noAddress: 'Todavía sin dirección pública',
  noAddressMeaning: 'La URL aparece aquí en cuanto la aplicación tiene una dirección pública.',
  oldAddress: (end) =>
    `La dirección antigua funciona hasta ${end}. Para entonces un administrador tiene que pegar la nueva en Redbooth.`,
  add: 'Añadir otra URL del hook',
  newName: 'Nombre, por ejemplo el de la organización',
  addIt: 'Añadir',
  renameOf: (name) => `Cambiar el nombre de “${name}”`,
  renameLabel: 'Nombre de esta URL del hook',
  rename: 'Cambiar el nombre',
  rotateOf: (name) => `Crear una URL nueva para “${name}”`,
  rotateTitle: (name) => `¿Crear una URL nueva para “${name}”?`,
  rotateWhen: 'Hazlo si la URL puede haber llegado a alguien que no debería tenerla.',
  rotateMeaning:
    'La dirección antigua sigue funcionando un tiempo, y esta vista dice hasta cuándo. Para entonces un administrador tiene que pegar la URL nueva en Redbooth; si no, sus hooks dejan de llegarte.',
  keepOld: 'Conservar la antigua',
  rotate: 'Crear una URL nueva',
  revokeOf: (name) => `Revocar “${name}”`,
  revokeTitle: (name) => `¿Revocar “${name}”?`,
  revokeMeaning:
    'Desde ahora se rechazarán los hooks enviados a esta URL, y la URL no se puede recuperar. Pide a un administrador que elimine también su web hook en Redbooth.',
  keepIt: 'Conservarla',
  revoke: 'Revocar',
  organizations: 'Tus organizaciones',
  organizationsMeaning:
    'Solo un administrador de una organización puede añadir web hooks en ella; a los demás Redbooth les muestra “Insufficient authorization”. Si ves eso, o sabes que no administras la organización, copia el mensaje y envíaselo a un administrador: contiene la URL del hook y los pasos. O pide en Redbooth, en Manage organizations, permiso para administrarla.',
  askingOrganizations: 'Preguntando a Redbooth por tus organizaciones…',
  noOrganizations:
    'Redbooth no nombra ninguna organización tuya. Pregunta a alguien de tu equipo a cuál pertenecen tus tareas.',
  openItsHooksPage: 'Abrir su página de web hooks',
  copyMessage: 'Copiar un mensaje para un administrador',
  messageTo: (organization) => `Mensaje para un administrador de “${organization}”`,
  messageSoon: 'El mensaje está listo en cuanto la aplicación tiene una dirección pública.',
  administrator: 'Qué hace un administrador en Redbooth',
  openByButton: 'Abre la página de web hooks de la organización, con su botón de arriba.',
  openHooksPageStep: 'Abre la página de web hooks de la organización.',
  openHooksPage: 'Abrir la página de web hooks',
  paste: 'Elige “Create a new web hook”, pega la URL del hook y guarda. Redbooth envía hooks solo de tareas.',
  tryTop: 'Cambia cualquier tarea en Redbooth. La línea de la parte superior se vuelve verde cuando llega su hook.',
  tryAbove: 'Cambia cualquier tarea en Redbooth. La línea de arriba se vuelve verde cuando llega su hook.',
};
