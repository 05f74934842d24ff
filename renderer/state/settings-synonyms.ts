import type { SettingsItem } from './settings-places.ts';

/** What else people call a setting, in both languages: only searched in, never shown. */
export const synonyms: Readonly<Record<SettingsItem, string>> = {
  inThisBrowser: 'permission allow popup alert banner toast permiso permitir alerta navegador',
  content: 'private privacy hide preview lock screen secret privado privacidad ocultar bloqueo vista previa',
  sound: 'silent silence mute noise beep audio volume sonido silencio silencioso ruido pitido volumen',
  test: 'try example demo probar ejemplo ensayo',
  rules: 'filter alert notify ignore watch follow mention table filtro avisar ignorar seguir mención tabla reglas',
  chosenProjects: 'favourite favorite project select favorito proyecto seleccionar',
  muted: 'silence block ignore unmute silenciar bloquear ignorar',
  quietHours:
    'do not disturb dnd night evening weekend schedule focus no molestar noche tarde días fin de semana horario',
  dueReminder: 'deadline overdue remind hour morning plazo vencimiento atrasada recordatorio hora mañana',
  theme: 'dark mode light colour color black white night modo oscuro claro color negro blanco noche',
  language: 'english spanish español inglés castellano locale translation traducción idioma lengua language',
  startAtLogin: 'autostart boot launch startup automatically inicio automático arranque encender',
  trayIcon: 'dark light menu bar panel colour color indicator barra panel indicador',
  account: 'sign in sign out log in logout user password token iniciar cerrar sesión usuario contraseña',
  hookSource: 'webhook polling minute tunnel sondeo minuto túnel',
  tunnel: 'localtunnel proxy address public url port relay dirección pública puerto',
  hookUrls: 'webhook address administrator rotate secret dirección administrador secreto',
  historyDays: 'retention delete old days time retención borrar días tiempo',
  historyChanges: 'retention limit size count retención límite tamaño cantidad',
  deleteHistory: 'clear erase remove privacy wipe limpiar eliminar privacidad vaciar',
  updates: 'version upgrade release new download versión actualizar nueva descargar',
  export: 'backup save download copy transfer export exportar copia guardar descargar trasladar',
  import: 'restore load upload open transfer import importar restaurar cargar abrir trasladar',
  resetAll: 'defaults reset factory undo restore restablecer fábrica predeterminado',
  checks: 'doctor test health problem trouble connection diagnose revisar estado problema fallo conexión',
  diagnostics: 'report bug support log error help informe fallo soporte registro ayuda',
};
