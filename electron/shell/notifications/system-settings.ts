import type { Opened } from '../../contract/index.ts';
import type { Log } from '../../core/log.ts';

/** How the system’s settings for notifications are reached: an address it opens, or a program of the desktop. */
type Way =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'program'; readonly program: string; readonly args: readonly string[] };

const program = (name: string, ...args: readonly string[]): Way => ({ kind: 'program', program: name, args });

/** To the letter, and nothing else is ever opened here: what the system opens by such addresses are programs. */
const addresses: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'ms-settings:notifications',
  darwin: 'x-apple.systempreferences:com.apple.Notifications-Settings.extension',
};

const programs: Readonly<Record<string, readonly Way[]>> = {
  GNOME: [program('gnome-control-center', 'notifications')],
  Unity: [program('gnome-control-center', 'notifications')],
  KDE: [program('systemsettings', 'kcm_notifications'), program('systemsettings5', 'kcm_notifications')],
  XFCE: [program('xfce4-notifyd-config')],
  'X-Cinnamon': [program('cinnamon-settings', 'notifications')],
  MATE: [program('mate-notification-properties')],
};

/** The ways to the settings of this system, the best first. `desktop` is XDG_CURRENT_DESKTOP. */
export const waysToSettings = (platform: NodeJS.Platform, desktop: string | undefined): readonly Way[] => {
  const address = addresses[platform];
  if (address !== undefined) return [{ kind: 'address', address }];
  if (platform !== 'linux') return [];
  return (desktop ?? '').split(':').flatMap((name) => (Object.hasOwn(programs, name) ? (programs[name] ?? []) : []));
};

export type NotificationSettingsPorts = {
  readonly platform: NodeJS.Platform;
  readonly desktop: string | undefined;
  readonly openExternal: (address: string) => Promise<void>;
  /** Whether a program of this name is installed. */
  readonly isInstalled: (name: string) => boolean;
  /** Starts a program and leaves it alone; rejects when it could not be started. */
  readonly start: (name: string, args: readonly string[]) => Promise<void>;
  readonly log: Log;
};

/** The system’s settings for notifications. */
export type NotificationSettings = { readonly canOpen: boolean; open(): Promise<Opened> };

/** Finds the way to the settings once; where there is none, `open` answers `nothing`. It never rejects. */
export const createNotificationSettings = (ports: NotificationSettingsPorts): NotificationSettings => {
  const { platform, desktop, log } = ports;
  const way = waysToSettings(platform, desktop).find(
    (each) => each.kind === 'address' || ports.isInstalled(each.program),
  );
  return {
    canOpen: way !== undefined,
    open: async () => {
      if (way === undefined) return { kind: 'nothing' };
      try {
        await (way.kind === 'address' ? ports.openExternal(way.address) : ports.start(way.program, way.args));
        return { kind: 'opened' };
      } catch (error) {
        log.warn(`The system’s settings for notifications could not be opened: ${String(error)}`);
        return { kind: 'nothing' };
      }
    },
  };
};
