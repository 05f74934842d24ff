import type { NativeImage } from 'electron';
import type { OwnSound } from '../../contract/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { HostNotifier, NotificationAction, Showing } from '../../core/notify/notifier.ts';
import { type ButtonSupport, buttonsFor } from './buttons.ts';
import { type ButtonAction, readNativeId, writeNativeId } from './native-id.ts';
import { type NativeNotification, type NativeOptions, nativeOptions } from './native-notification.ts';
import { type ToastActivation, toastTag } from './toast.ts';

/** A notification that an earlier run has shown. */
export type EarlierNotification = NativeNotification & { readonly id: string };

/** How the system hands over clicks on notifications that the app, or its last run, holds no more. */
export type LateClicks = {
  /** Whether what is shown stays when the app quits, and can be clicked then. */
  readonly outliveApp: boolean;
  /** macOS: what is still in its list. */
  readonly history: () => Promise<readonly EarlierNotification[]>;
  /** Windows: tells of every use of a toast from then on, and of the one that started the app. */
  readonly onActivation: (activated: (activation: ToastActivation) => void) => void;
};

export type DesktopNotifierPorts = {
  readonly isSupported: () => boolean;
  readonly buttons: ButtonSupport;
  readonly lateClicks: LateClicks;
  /** Whose notifications these are, as in `ownerOf`. */
  readonly owner: string;
  readonly createNotification: (options: NativeOptions) => NativeNotification;
  /** A notification was clicked; null for one that this app knows nothing of. */
  readonly onClick: (id: string | null) => void;
  /** A button was pressed; `text` is what was typed for a comment. */
  readonly onAction: (id: string, action: NotificationAction, text: string) => void;
  /** Plays one of the app’s sounds, on systems that do not do so themselves. */
  readonly playSound: (sound: OwnSound) => void;
  /** Null where the system shows the app’s own icon. */
  readonly icon: NativeImage | null;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
};

export type DesktopNotifier = HostNotifier & {
  /** Takes up what earlier runs have shown. To be called once clicks can be answered. */
  takeUp(): Promise<void>;
  /** The notification with this id of the system’s was clicked before the app was started. */
  clicked(nativeId: string): void;
};

/** From then on nothing is to be expected of the system any more. */
const showLimit = 5_000;
/** Of notifications that come so close upon each other, only the first plays a sound of the app’s. */
const soundGap = 2_000;
/** Those that left the screen for the system’s own list can still be clicked there; the oldest are let go of. */
const mostKept = 200;

/**
 * Raises the system’s notifications. Each is held until it is clicked, dismissed or has failed: what is collected loses its
 * click (electron issues 12690, 16922).
 */
export const createDesktopNotifier = (ports: DesktopNotifierPorts): DesktopNotifier => {
  const { platform, owner, lateClicks, clock, log, icon } = ports;
  const kept = new Map<string, NativeNotification>();
  const answered = new Set<string>();
  const waiting = new Set<(showing: Showing) => void>();
  let heardAt = Number.NEGATIVE_INFINITY;

  const claimSound = (sound: OwnSound | null): OwnSound | null => {
    // A clock that was set back must not keep it silent for ever.
    if (sound === null || Math.abs(clock.now() - heardAt) < soundGap) return null;
    heardAt = clock.now();
    return sound;
  };
  const release = (id: string, native: NativeNotification): void => {
    if (kept.get(id) === native) kept.delete(id);
  };
  const dismiss = (id: string): boolean => {
    const native = kept.get(id);
    kept.delete(id);
    native?.close();
    return native !== undefined;
  };
  /** Windows tells of one use in more ways than one, and not every daemon takes down what was pressed. */
  const once = (id: string, act: () => void): void => {
    if (answered.has(id)) return;
    answered.add(id);
    const [oldest] = answered;
    if (answered.size > mostKept && oldest !== undefined) answered.delete(oldest);
    dismiss(id);
    act();
  };
  const press = (id: string, actions: readonly ButtonAction[], index: number): void => {
    const action = actions[index];
    if (action !== undefined) once(id, () => ports.onAction(id, action, ''));
  };
  const reply = (id: string, text: string): void => once(id, () => ports.onAction(id, 'comment', text));
  const click = (id: string): void => once(id, () => ports.onClick(id));

  const keep = (id: string, native: NativeNotification, actions: readonly ButtonAction[]): void => {
    kept.set(id, native);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    native.on('close', ({ reason }) => {
      // It went from the screen into the system’s list, where a click still counts.
      if (reason !== 'timedOut' && reason !== 'applicationHidden') release(id, native);
    });
    native.on('click', () => click(id));
    native.on('action', (details, index) => press(id, actions, details.actionIndex ?? index));
    native.on('reply', (details, text) => reply(id, details.reply ?? text));
  };

  const clicked = (nativeId: string): void => {
    const known = readNativeId(owner, nativeId);
    if (known === null) ports.onClick(null);
    else click(known.id);
  };
  const activated = (activation: ToastActivation): void => {
    const tag = toastTag(activation.arguments) ?? '';
    const known = readNativeId(owner, tag);
    if (known !== null && activation.type === 'action') press(known.id, known.actions, activation.actionIndex ?? -1);
    else if (known !== null && activation.type === 'reply') reply(known.id, activation.reply ?? '');
    else clicked(tag);
  };

  return {
    show: (notification) => {
      const { id, replaces } = notification;
      if (!ports.isSupported()) return Promise.resolve({ state: 'failed', reason: 'unsupported' });
      // What only takes the place of another on the screen has been heard already.
      const isReplacement = replaces !== null && dismiss(replaces);
      const isSilent = isReplacement || notification.isSilent;
      const sound = isReplacement ? null : claimSound(notification.sound);
      return new Promise((resolve) => {
        const settle = (showing: Showing): void => {
          cancelLimit();
          if (!waiting.delete(settle)) return;
          if (showing.state === 'failed') log.warn(`A notification was not shown: ${showing.reason}.`);
          resolve(showing);
        };
        const cancelLimit = clock.schedule(showLimit, () => settle({ state: 'failed', reason: 'timeout' }));
        waiting.add(settle);
        try {
          const buttons = buttonsFor(notification.actions, ports.buttons, platform);
          const nativeId = writeNativeId(owner, { id, actions: buttons.actions });
          const native = ports.createNotification(
            nativeOptions(nativeId, { ...notification, isSilent, sound }, buttons, platform, icon),
          );
          keep(id, native, buttons.actions);
          native.on('show', () => {
            if (sound !== null && platform !== 'darwin' && waiting.has(settle)) ports.playSound(sound);
            settle({ state: 'shown' });
          });
          native.on('failed', (_event, error) => {
            release(id, native);
            settle({ state: 'failed', reason: error === '' ? 'refused' : error });
          });
          native.show();
        } catch (error) {
          kept.delete(id);
          settle({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
        }
      });
    },
    close: (ids) => {
      for (const id of ids) dismiss(id);
    },
    clicked,
    takeUp: async () => {
      lateClicks.onActivation(activated);
      try {
        for (const native of await lateClicks.history()) {
          const known = readNativeId(owner, native.id);
          if (known !== null && !kept.has(known.id)) keep(known.id, native, known.actions);
        }
      } catch (error) {
        log.warn(`Earlier notifications could not be taken up: ${String(error)}`);
      }
    },
    dispose: () => {
      for (const settle of waiting) settle({ state: 'failed', reason: 'stopped' });
      // Their clicks would lead nowhere; the list keeps what they told as unread.
      if (!lateClicks.outliveApp) for (const id of kept.keys()) dismiss(id);
      kept.clear();
    },
  };
};
