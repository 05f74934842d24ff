import type { AppPorts } from '../app-port.ts';
import type { ChangeStore } from '../changes/store.ts';
import { type Ledger, createLedger } from '../notify/ledger.ts';
import { type Mutes, createMutes } from '../notify/mutes.ts';
import { type NotificationHealth, createNotificationHealth } from '../notify/notification-health.ts';
import { type LastNotificationMute, createLastNotificationMute } from '../notify/notification-mute.ts';
import type { Notifier } from '../notify/notifier.ts';
import { createPresenter } from '../notify/presenting.ts';
import { type QuietWatch, createQuietWatch } from '../notify/quiet-watch.ts';
import { createRuleSituation } from '../notify/rule-situation.ts';
import { type Snoozes, createSnoozes } from '../notify/snooze.ts';
import { type Telling, type TellingPorts, createTelling } from '../notify/telling.ts';
import type { Organization } from '../redbooth/task.ts';
import { type PauseSwitch, createPauseSwitch } from '../settings/pause.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Common } from './common.ts';

export type TellingPartPorts = Common &
  Pick<AppPorts, 'notifier' | 'system'> &
  Pick<TellingPorts, 'isSweeping' | 'actionsOf' | 'note' | 'onDecided'> & {
    readonly settings: SettingsStore;
    readonly store: ChangeStore;
    readonly organizations: () => readonly Organization[];
    /** A pause or quiet hours have begun or are over. */
    readonly onSilence: () => void;
    readonly onChanged: () => void;
  };

/** Everything that decides whether and when the user is told. */
export type TellingPart = {
  readonly ledger: Ledger;
  readonly notifier: Notifier;
  readonly telling: Telling;
  readonly pause: PauseSwitch;
  readonly quiet: QuietWatch;
  readonly snoozes: Snoozes;
  readonly mutes: Mutes;
  readonly lastNotificationMute: LastNotificationMute;
  readonly health: NotificationHealth;
  /** Whether nothing is to be shown just now, by a pause or quiet hours. */
  readonly isSilent: () => boolean;
  /** Looks at the clock anew: at start, and after sleep. */
  check(): void;
  dispose(): void;
  /** Waits for what is being shown. */
  close(): Promise<void>;
};

/** Composes the part of the app that tells the user. */
export const createTellingPart = (ports: TellingPartPorts): TellingPart => {
  const { database, clock, settings, system, onSilence } = ports;
  const silenceChanged = (): void => {
    onSilence();
    telling.announce();
  };
  const ledger = createLedger(database, clock);
  const pause = createPauseSwitch({ settings, clock, onChanged: silenceChanged });
  const isPaused = (): boolean => pause.current().state === 'paused';
  const quiet = createQuietWatch({ settings: settings.current, clock, onChanged: silenceChanged });
  const snoozes = createSnoozes({ database, clock, onDue: () => telling.announce() });
  const mutes = createMutes(database, clock, ports.organizations);
  const health = createNotificationHealth(ports.onChanged);
  const notifier = createPresenter({
    notifier: ports.notifier,
    settings: settings.current,
    reading: ports.reading,
    sounds: system.sounds,
    health,
  });
  const telling = createTelling({
    ...ports,
    ledger,
    notifier,
    snoozes,
    isSilenced: (change) => mutes.silences(change, snoozes.setAt(change.id) ?? 0),
    situation: createRuleSituation({ settings: settings.current, mutes, isPaused, system, clock }),
  });
  return {
    ledger,
    notifier,
    telling,
    pause,
    quiet,
    snoozes,
    mutes,
    lastNotificationMute: createLastNotificationMute(mutes),
    health,
    isSilent: () => isPaused() || quiet.current() !== null,
    check: () => {
      pause.start();
      quiet.check();
      snoozes.check();
    },
    dispose: () => {
      telling.dispose();
      pause.dispose();
      quiet.dispose();
      snoozes.dispose();
    },
    close: async () => {
      notifier.dispose();
      await telling.idle();
    },
  };
};
