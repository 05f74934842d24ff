import { type RequestHandlers, type SystemSettings, fail, succeed } from '../../contract/index.ts';
import type { Telling } from '../notify/telling.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { LoginRefusal, SystemPort } from '../system-port.ts';
import type { Reading } from '../reading.ts';

export type SystemHandlerPorts = {
  readonly reading: () => Reading;
  readonly system: SystemPort;
  readonly settings: SettingsStore;
  readonly telling: Pick<Telling, 'tell'>;
  /** The tray draws its icon anew. */
  readonly onTrayIcon: () => void;
};

type Answered =
  'test-notification' | 'play-sound' | 'open-notification-settings' | 'system-settings' | 'change-system-settings';

const refusedLogin = (refusal: LoginRefusal, { messages: { answers } }: Reading): string =>
  refusal.kind === 'file' ? answers.loginFile(refusal.path) : answers.login[refusal.kind];

/** Answers what the page and the tray ask about the computer: starting with it, its tray, its notifications. */
export const createSystemHandlers = (ports: SystemHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { system, settings, telling, onTrayIcon } = ports;
  const view = (): SystemSettings => ({
    startsAtLogin: system.startsAtLogin(),
    trayIcon: system.canChooseTrayIcon ? settings.current().trayIcon : null,
    playsSounds: system.sounds.canPlay,
  });
  return {
    'test-notification': () => {
      const { test: title, testBody: body } = ports.reading().messages.answers;
      telling.tell({ title, body }, () => undefined);
      return succeed(null);
    },
    'play-sound': ({ sound }) => {
      system.sounds.play(sound);
      return succeed(null);
    },
    'open-notification-settings': async () => succeed(await system.openNotificationSettings()),
    'system-settings': () => succeed(view()),
    'change-system-settings': ({ startsAtLogin, trayIcon }) => {
      if (trayIcon !== undefined && trayIcon !== settings.current().trayIcon) {
        if (!system.canChooseTrayIcon)
          return fail({
            code: 'system-refused',
            message: ports.reading().messages.answers.trayIconBySystem,
          });
        if (settings.isFixed('trayIcon'))
          return fail({
            code: 'settings-invalid',
            message: ports.reading().messages.answers.fixed.trayIcon,
          });
        settings.change({ trayIcon });
        onTrayIcon();
      }
      if (startsAtLogin !== undefined && startsAtLogin !== system.startsAtLogin()) {
        const asked = system.startAtLogin(startsAtLogin);
        if (!asked.ok) return fail({ code: 'system-refused', message: refusedLogin(asked.failure, ports.reading()) });
      }
      return succeed(view());
    },
  };
};
