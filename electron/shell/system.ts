import type { SystemPort } from '../core/system-port.ts';
import type { StartAtLogin } from './login/start-at-login.ts';
import type { DoNotDisturb } from './notifications/do-not-disturb.ts';
import type { NotificationSettings } from './notifications/system-settings.ts';

export type SystemParts = {
  readonly locale: string;
  readonly startAtLogin: StartAtLogin;
  readonly startDemo: SystemPort['startDemo'];
  readonly saveText: SystemPort['saveText'];
  readonly updater: SystemPort['updater'];
  readonly platform: NodeJS.Platform;
  readonly hasTray: () => boolean;
  readonly doNotDisturb: DoNotDisturb;
  readonly sounds: SystemPort['sounds'];
  readonly notificationSettings: NotificationSettings;
};

/** The computer as the core sees it. `hasTray` is asked each time. */
export const createSystem = ({
  locale,
  startAtLogin,
  startDemo,
  saveText,
  updater,
  platform,
  hasTray,
  doNotDisturb,
  sounds,
  notificationSettings,
}: SystemParts): SystemPort => ({
  locale,
  startsAtLogin: () => startAtLogin.isOn(),
  startAtLogin: (wanted) => startAtLogin.set(wanted),
  // macOS and Windows choose the icon’s colour, or say what it has to be.
  canChooseTrayIcon: platform === 'linux',
  hasTray,
  isDoNotDisturb: () => doNotDisturb.isOn(),
  sounds,
  canOpenNotificationSettings: notificationSettings.canOpen,
  openNotificationSettings: () => notificationSettings.open(),
  startDemo,
  saveText,
  updater,
});
