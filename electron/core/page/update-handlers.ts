import { type Failure, type RequestHandlers, type Result, fail, succeed } from '../../contract/index.ts';
import type { Reading } from '../reading.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Updates } from '../updates/updates.ts';

export type UpdateHandlerPorts = {
  readonly updates: Updates;
  readonly settings: SettingsStore;
  readonly reading: () => Pick<Reading, 'messages'>;
  /** Whether releases are looked for is another choice now. */
  readonly onUpdateSettings: () => void;
};

type Answered = 'check-for-updates' | 'download-update' | 'install-update' | 'change-updates' | 'release-notes';

/** Answers what the page asks about newer releases of the app. */
export const createUpdateHandlers = (ports: UpdateHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { updates, settings, reading, onUpdateSettings } = ports;
  const begin = (step: () => void): Result<null, Failure> => {
    if (updates.state().state === 'unsupported') {
      const code = 'update-unsupported';
      return fail({ code, message: reading().messages.updates.failures[code] });
    }
    step();
    return succeed(null);
  };
  return {
    'check-for-updates': () => begin(updates.check),
    'download-update': () => begin(updates.download),
    'install-update': () => begin(updates.install),
    'change-updates': ({ checksDaily }) => {
      if (checksDaily === settings.current().checksForUpdates) return succeed(null);
      if (settings.isFixed('checksForUpdates'))
        return fail({ code: 'settings-invalid', message: reading().messages.updates.fixed });
      settings.change({ checksForUpdates: checksDaily });
      onUpdateSettings();
      return succeed(null);
    },
    'release-notes': () => succeed(updates.notes()),
  };
};
