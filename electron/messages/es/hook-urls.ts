import type { HostMessages } from '../en/index.ts';

export const hookUrls: HostMessages['hookUrls'] = {
  firstName: 'Mi organización',
  changed: 'Tu URL del hook ha cambiado',
  changedBody: 'Los hooks no te llegan hasta que un administrador pegue la nueva URL en Redbooth',
  arriving: 'Los hooks vuelven a llegar',
  arrivingBody: 'Redbooth usa tu nueva URL del hook',
  organizationsSignedOut: 'No se pueden leer tus organizaciones, porque no has iniciado sesión en Redbooth.',
  organizationsUnread:
    'No se pueden leer tus organizaciones, porque Redbooth no responde. Inténtalo de nuevo en un momento.',
  badTunnelHost:
    'El servidor del túnel tiene que ser una dirección https sin ruta, como https://localtunnel.me (http solo en este ordenador).',
  badPublicUrl:
    'La dirección pública tiene que ser una dirección https, como https://hooks.example.com, con o sin ruta detrás (http solo en este ordenador).',
  noPublicUrl: 'Falta la dirección pública: escribe aquella por la que se llega a este ordenador desde fuera.',
};
