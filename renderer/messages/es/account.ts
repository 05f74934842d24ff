import type { PageMessages } from '../en/index.ts';

export const account: PageMessages['account'] = {
  expired: 'Redbooth ya no acepta ese inicio de sesión. Inicia la aplicación con uno nuevo.',
  fromEnvironment:
    'La cuenta viene del entorno en el que se inició la aplicación: aquí no hay nada que cambiar. Para iniciar sesión en esta página, inicia la aplicación sin las variables REDBOOTH_ACCESS_TOKEN y REDBOOTH_REFRESH_TOKEN.',
  showChanges: 'Mostrar los cambios',
  whatIsLeft: 'Solo falta que Redbooth sepa adónde enviar sus hooks.',
  reading: 'Leyendo la configuración…',
  done: 'Hecho:',
  register: 'Registra una aplicación',
  registerMeaning:
    'Redbooth deja entrar a una aplicación con un id y un secreto propios. Abre su página de aplicaciones y añade una, con cualquier nombre.',
  openApplicationsPage: 'Abrir la página de aplicaciones',
  pasteRedirect: 'Donde pida una “callback URL” (o “return URI”), pega esta dirección, tal cual:',
  redirectAddress: 'Dirección de redirección',
  copyRedirectAddress: 'Copiar la dirección de redirección',
  showHow: 'Mostrar cómo, y la dirección de redirección',
  hideHow: 'Ocultar cómo',
  pasteApplication: 'Pega su id y su secreto',
  bothKept: 'Ambos están guardados. El id es:',
  change: 'Cambiar',
  keepAsItIs: 'Dejarlo como está',
  applicationId: 'Id de la aplicación',
  credentialForm: 'Como lo muestra Redbooth, sin espacios dentro',
  secret: 'Secreto',
  showSecret: 'Mostrar el secreto',
  hideSecret: 'Ocultar el secreto',
  secretKept: 'Ya hay un secreto guardado. Deja esto vacío para seguir con él.',
  secretMeaning: 'Redbooth lo muestra junto al id. La aplicación no lo vuelve a mostrar una vez guardado.',
  inBrowserMeaning:
    'Redbooth pregunta en tu navegador si esta aplicación puede usar tu cuenta. Tu contraseña queda entre Redbooth y tú.',
  signInInBrowser: 'Iniciar sesión en el navegador',
  opening: 'Abriendo…',
  saveFirst: 'Guarda primero la aplicación.',
  openAgain: 'Abrir la página de nuevo',
  compareRedirect:
    'Si Redbooth muestra allí un error, compara la “callback URL” de la aplicación con la dirección del paso 1.',
  whereKept: 'Dónde se guarda tu acceso',
  allowFile: 'Guardarlo en un archivo sin cifrar',
  allowFileMeaning:
    'Así tu sesión sigue iniciada cuando la aplicación se inicia de nuevo. Pero quien llegue a tus archivos, y cualquier programa que ejecutes, puede usar tu cuenta de Redbooth.',
  signOut: 'Cerrar sesión',
  signingOut: 'Cerrando sesión…',
  signOutAndDelete: 'Cerrar sesión y borrar el historial',
  signOutTitle: '¿Cerrar sesión en Redbooth?',
  signOutMeaning:
    'La aplicación olvida su acceso a tu cuenta. Tus URL de los hooks se quedan, y los hooks se guardan hasta que alguien vuelva a iniciar sesión.',
  forgetApplication: 'Olvidar también la aplicación',
  forgetApplicationMeaning: 'Para volver a iniciar sesión, tendrás que pegar otra vez su id y su secreto.',
  deleteHistory: 'Borrar también el historial',
  deleteHistoryMeaning:
    'Todos los cambios de la lista se borran de este ordenador y no se pueden recuperar. En Redbooth no se borra nada.',
  staySignedIn: 'Mantener la sesión',
  freshLink: 'Abre un enlace nuevo',
  freshLinkMeaning:
    'Este navegador no ha iniciado sesión en Redbooth Notifier, o su enlace ya se usó. En el ordenador donde se ejecuta la aplicación, obtén un enlace nuevo y ábrelo aquí:',
};
