import { type Failure, type RequestHandlers, type Result, fail, succeed } from '../../contract/index.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';
import type { Reading } from '../reading.ts';

export type HistoryHandlerPorts = {
  readonly reading: () => Reading;
  readonly settings: SettingsStore;
  /** Deletes what was seen, and stays signed in. */
  readonly deleteHistoryNow: () => Promise<Result<null, Failure>>;
  /** How long changes are kept is another time now. */
  readonly onHistorySettings: () => void;
};

type Answered = 'history-settings' | 'change-history-settings' | 'delete-history-now';

/** Answers what the page asks about what is kept, and for how long. */
export const createHistoryHandlers = (ports: HistoryHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { settings, deleteHistoryNow, onHistorySettings } = ports;
  return {
    'history-settings': () => {
      const { historyDays: days, historyChanges: changes } = settings.current();
      return succeed({ days, changes });
    },
    'change-history-settings': ({ days, changes }) => {
      const wanted: Partial<Settings> = {
        ...(days !== undefined && { historyDays: days }),
        ...(changes !== undefined && { historyChanges: changes }),
      };
      const isFixed = (['historyDays', 'historyChanges'] as const).some(
        (key) => wanted[key] !== undefined && settings.isFixed(key),
      );
      if (isFixed)
        return fail({
          code: 'settings-invalid',
          message: ports.reading().messages.answers.fixed.history,
        });
      settings.change(wanted);
      onHistorySettings();
      return succeed(null);
    },
    'delete-history-now': () => deleteHistoryNow(),
  };
};
