import {
  type Failure,
  type PortableKey,
  type PortableSettings,
  type RequestHandlers,
  type Result,
  fail,
  portableKeys,
  succeed,
} from '../../contract/index.ts';
import type { Reading } from '../reading.ts';
import { type Difference, differenceTo } from '../settings/settings-difference.ts';
import { type ReadText, pick, readSettingsText, settingsText } from '../settings/settings-file-text.ts';
import { type SettingsStore, defaultSettings } from '../settings/settings.ts';
import type { SystemPort } from '../system-port.ts';

export type SettingsTransferHandlerPorts = {
  readonly settings: SettingsStore;
  readonly system: Pick<SystemPort, 'saveText'>;
  readonly reading: () => Pick<Reading, 'messages'>;
  readonly onPreferences: () => void;
  readonly onHistorySettings: () => void;
  readonly onUpdateSettings: () => void;
  readonly onTrayIcon: () => void;
};

type Answered =
  'export-settings' | 'preview-settings-import' | 'import-settings' | 'preview-settings-reset' | 'reset-settings';

/** What a file that is made here is called. */
const fileName = 'redbooth-notifier-settings.json';

/** Answers what the page asks about settings as a whole: taking them along in a file, and starting over. */
export const createSettingsTransferHandlers = (
  ports: SettingsTransferHandlerPorts,
): Pick<RequestHandlers, Answered> => {
  const { settings, system, reading } = ports;
  const read = (text: string): Result<ReadText, Failure> => {
    const taken = readSettingsText(text);
    if (taken.ok) return taken;
    const { settingsFile } = reading().messages;
    const { failure } = taken;
    const message = failure.kind === 'invalid' ? settingsFile.invalid(failure.key) : settingsFile[failure.kind];
    return fail({ code: 'settings-invalid', message });
  };
  const defaultsOf = (keys: readonly PortableKey[]): Partial<PortableSettings> => pick(defaultSettings(), keys);
  /** Whatever depends on one of these looks at it anew. */
  const tell = (after: Difference['after']): void => {
    ports.onPreferences();
    if (after.trayIcon !== undefined) ports.onTrayIcon();
    if (after.checksForUpdates !== undefined) ports.onUpdateSettings();
    if (after.historyDays !== undefined || after.historyChanges !== undefined) ports.onHistorySettings();
  };
  const carryOut = ({ before, after }: Difference, change: () => void): { undo: string } => {
    if (Object.keys(after).length > 0) {
      change();
      tell(after);
    }
    return { undo: settingsText(before) };
  };
  return {
    'export-settings': async () => {
      const saved = await system.saveText(fileName, settingsText(pick(settings.current(), portableKeys)));
      return saved.ok ? saved : fail({ code: 'system-refused', message: saved.failure });
    },
    'preview-settings-import': ({ text }) => {
      const taken = read(text);
      if (!taken.ok) return taken;
      const { unknown, ofTheMachine } = taken.value;
      return succeed({
        ...differenceTo(settings, taken.value.settings),
        unknown: [...unknown],
        ofTheMachine: [...ofTheMachine],
      });
    },
    'import-settings': ({ text }) => {
      const taken = read(text);
      if (!taken.ok) return taken;
      const difference = differenceTo(settings, taken.value.settings);
      return succeed(carryOut(difference, () => settings.change(difference.after)));
    },
    'preview-settings-reset': ({ keys }) => succeed(differenceTo(settings, defaultsOf(keys))),
    'reset-settings': ({ keys }) =>
      succeed(
        carryOut(differenceTo(settings, defaultsOf(keys)), () =>
          settings.reset(keys.filter((key) => !settings.isFixed(key))),
        ),
      ),
  };
};
