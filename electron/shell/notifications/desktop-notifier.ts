import type { NativeImage } from 'electron';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Notifier, Showing } from '../../core/notify/notifier.ts';
import { bodyText } from './body-text.ts';

/** The part of Electron’s `Notification` that is used. */
export type NativeNotification = {
  on(event: 'show' | 'click', listener: () => void): unknown;
  on(event: 'close', listener: (details: { readonly reason?: string }) => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  show(): void;
  close(): void;
};

export type DesktopNotifierPorts = {
  readonly isSupported: () => boolean;
  readonly createNotification: (options: { title: string; body: string; icon?: NativeImage }) => NativeNotification;
  /** A notification was clicked. */
  readonly onClick: (id: string) => void;
  /** Null where the system shows the app’s own icon. */
  readonly icon: NativeImage | null;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
};

/** From then on nothing is to be expected of the system any more. */
const showLimit = 10_000;
/** Those that left the screen for the system’s own list can still be clicked there; the oldest are let go of. */
const mostKept = 200;

/**
 * Raises the system’s notifications. Each is held until it is clicked, dismissed or has failed: what is collected loses its
 * click (electron issues 12690, 16922).
 */
export const createDesktopNotifier = (ports: DesktopNotifierPorts): Notifier => {
  const { platform, clock, log, icon } = ports;
  const kept = new Map<string, NativeNotification>();
  const waiting = new Set<(showing: Showing) => void>();

  const release = (id: string, native: NativeNotification): void => {
    if (kept.get(id) === native) kept.delete(id);
  };
  const keep = (id: string, native: NativeNotification): void => {
    kept.set(id, native);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  };
  const dismiss = (id: string): void => {
    const native = kept.get(id);
    kept.delete(id);
    native?.close();
  };

  return {
    show: ({ id, replaces, title, body }) => {
      if (!ports.isSupported()) return Promise.resolve({ state: 'failed', reason: 'unsupported' });
      if (replaces !== null) dismiss(replaces);
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
          const native = ports.createNotification({
            title,
            body: bodyText(body, platform),
            ...(icon !== null && { icon }),
          });
          keep(id, native);
          native.on('show', () => settle({ state: 'shown' }));
          native.on('failed', (_event, error) => {
            release(id, native);
            settle({ state: 'failed', reason: error === '' ? 'refused' : error });
          });
          native.on('close', ({ reason }) => {
            // It went from the screen into the system’s list, where a click still counts.
            if (reason !== 'timedOut' && reason !== 'applicationHidden') release(id, native);
          });
          native.on('click', () => {
            release(id, native);
            // Not every daemon takes down what was clicked.
            native.close();
            ports.onClick(id);
          });
          native.show();
        } catch (error) {
          kept.delete(id);
          settle({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
        }
      });
    },
    dispose: () => {
      for (const settle of waiting) settle({ state: 'failed', reason: 'stopped' });
      // Their clicks would lead nowhere; the list keeps what they told as unread.
      for (const id of kept.keys()) dismiss(id);
    },
  };
};
