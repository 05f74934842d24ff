import type { PageMessages } from '../en/index.ts';

export const common: PageMessages['common'] = {
  tryAgain: 'Reintentar',
  trying: 'Reintentando…',
  notLoaded: 'No se pudo cargar esta parte de la página. Vuelve a cargarla.',
  close: 'Cerrar',
  cancel: 'Cancelar',
  dismiss: 'Descartar',
  dismissNamed: (title) => `Descartar “${title}”`,
  undo: 'Deshacer',
  save: 'Guardar',
  saving: 'Guardando…',
  sending: 'Enviando…',
  changing: 'Cambiando…',
  signIn: 'Iniciar sesión',
  copy: 'Copiar',
  copied: 'Copiado',
  nothingToCopy: 'Ya no hay nada que copiar.',
  copyByHand: 'El navegador no deja copiar a esta página. El texto está seleccionado: cópialo con el teclado.',
  sendTestNotification: 'Enviar una notificación de prueba',
};
