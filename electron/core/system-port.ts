import type { Opened, OwnSound, Result, Saved, StartedDemo } from '../contract/index.ts';
import type { UpdaterPort } from './updates/updater.ts';

/** The short sounds that the app brings along. */
export type SoundPort = {
  /** Whether this host has a way to play them. */
  readonly canPlay: boolean;
  /** Starts one at once; what goes wrong is only logged. */
  play(sound: OwnSound): void;
};

/** Why the system does not start the app at login; the words for it are in the messages. */
export type LoginRefusal =
  | { readonly kind: 'macos' | 'windows' | 'system' | 'not-installed' | 'not-desktop' }
  /** Its autostart file could not be written. */
  | { readonly kind: 'file'; readonly path: string };

/** What the computer does for the app, on hosts for which it does anything. */
export type SystemPort = {
  /** The language and region of the computer, as it writes them: `en-US`, `es_ES.UTF-8`. */
  readonly locale: string;
  /** Whether the app starts when the user signs in to the computer, as the system says now; null where it cannot. */
  startsAtLogin(): boolean | null;
  /** Asks the system for it; `startsAtLogin` then says what became of it. */
  startAtLogin(wanted: boolean): Result<null, LoginRefusal>;
  /** Whether there is an icon in the tray that the user may have to choose a colour for. */
  readonly canChooseTrayIcon: boolean;
  /** Whether the app’s icon can be seen in a tray; null on a host that never has one. */
  hasTray(): boolean | null;
  /** Whether the user asked the system not to be disturbed, as far as it tells; false where it does not. Never waits. */
  isDoNotDisturb(): boolean;
  /** Whether the system has settings for notifications that the app can open. */
  readonly canOpenNotificationSettings: boolean;
  openNotificationSettings(): Promise<Opened>;
  readonly sounds: SoundPort;
  /** Lets the user keep a text as a file, `name` being what is offered. A failure says why it could not be written, and what to do. */
  saveText(name: string, text: string): Promise<Result<Saved, string>>;
  /** Starts the app once more as a demo, or says how a person does. It fails when it could not be started. */
  startDemo(): Promise<Result<StartedDemo, 'not-started'>>;
  /** What finds and installs newer releases of the app. */
  readonly updater: UpdaterPort;
};

/** For a host that is no part of a desktop. */
export const noSystem: SystemPort = {
  locale: 'en',
  startsAtLogin: () => null,
  startAtLogin: () => ({ ok: false, failure: { kind: 'not-desktop' } }),
  canChooseTrayIcon: false,
  hasTray: () => null,
  isDoNotDisturb: () => false,
  canOpenNotificationSettings: false,
  openNotificationSettings: async () => ({ kind: 'nothing' }),
  sounds: { canPlay: false, play: () => undefined },
  saveText: async (name, text) => ({ ok: true, value: { kind: 'text', name, text } }),
  startDemo: async () => ({ ok: true, value: { kind: 'command', command: 'redbooth-notifier --demo --ui-port 0' } }),
  updater: { kind: 'unsupported', obstacle: 'headless' },
};
