import { type RequestHandlers, type SystemSettings, fail, succeed } from '../../contract/index.ts';
import type { Telling } from '../notify/telling.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { SystemPort } from '../system-port.ts';

export type SystemHandlerPorts = {
  readonly system: SystemPort;
  readonly settings: SettingsStore;
  readonly telling: Pick<Telling, 'tell'>;
  /** The tray draws its icon anew. */
  readonly onTrayIcon: () => void;
};

type Answered = 'test-notification' | 'open-notification-settings' | 'system-settings' | 'change-system-settings';

const testText = {
  title: 'This is a test',
  body: 'Changes to your tasks are told like this.',
} as const;

/** Answers what the page and the tray ask about the computer: starting with it, its tray, its notifications. */
export const createSystemHandlers = (ports: SystemHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { system, settings, telling, onTrayIcon } = ports;
  const view = (): SystemSettings => ({
    startsAtLogin: system.startsAtLogin(),
    trayIcon: system.canChooseTrayIcon ? settings.current().trayIcon : null,
  });
  return {
    'test-notification': () => {
      telling.tell(testText, () => undefined);
      return succeed(null);
    },
    'open-notification-settings': async () => succeed(await system.openNotificationSettings()),
    'system-settings': () => succeed(view()),
    'change-system-settings': ({ startsAtLogin, trayIcon }) => {
      if (trayIcon !== undefined && trayIcon !== settings.current().trayIcon) {
        if (!system.canChooseTrayIcon)
          return fail({
            code: 'system-refused',
            message: 'The system itself chooses the colour of the tray icon here.',
          });
        if (settings.isFixed('trayIcon'))
          return fail({
            code: 'settings-invalid',
            message: 'The tray icon is fixed for this run by a settings file. Start the app without it to choose here.',
          });
        settings.change({ trayIcon });
        onTrayIcon();
      }
      if (startsAtLogin !== undefined && startsAtLogin !== system.startsAtLogin()) {
        const asked = system.startAtLogin(startsAtLogin);
        if (!asked.ok) return fail({ code: 'system-refused', message: asked.failure });
      }
      return succeed(view());
    },
  };
};
