import type { AppUpdater, CancellationToken, UpdateInfo } from 'electron-updater';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Log } from '../../core/log.ts';
import type { UpdateFault, Updater } from '../../core/updates/updater.ts';
import { updateFault } from './update-fault.ts';

/** What was downloaded and proven, with the published checksums (SHA-512, base64) of the release’s files. */
export type Download = { readonly file: string; readonly checksums: readonly string[] };

export type InstallDownload = (download: Download) => Promise<Result<null, UpdateFault>>;

export type ElectronUpdaterPorts = {
  /** electron-updater’s own, with nothing changed yet. */
  readonly source: AppUpdater;
  readonly createCancellation: () => CancellationToken;
  readonly install: InstallDownload;
  readonly log: Log;
};

/** electron-updater names each copy of an app to the server, for releases to a part of the users; ours asks without a name. */
const nameless = { 'x-user-staging-id': '00000000-0000-0000-0000-000000000000' } as const;

const configure = (source: AppUpdater, log: Log): void => {
  source.logger = {
    info: (message) => log.info(`Updates: ${String(message)}`),
    warn: (message) => log.warn(`Updates: ${String(message)}`),
    error: (message) => log.warn(`Updates: ${String(message)}`),
  };
  source.autoDownload = false;
  source.autoInstallOnAppQuit = false;
  source.allowPrerelease = false;
  source.allowDowngrade = false;
  source.disableWebInstaller = true;
  source.requestHeaders = { ...nameless };
};

const notesOf = ({ releaseNotes }: UpdateInfo): string => {
  if (typeof releaseNotes === 'string') return releaseNotes;
  return (releaseNotes ?? []).map(({ version, note }) => `${version}\n${note ?? ''}`).join('\n\n');
};

const checksumsOf = ({ files }: UpdateInfo): readonly string[] => files.map(({ sha512 }) => sha512);

/**
 * Finds and downloads releases by electron-updater, from the place that app-update.yml names. It compares versions, and
 * proves what it downloaded by the published checksum and, on Windows, by the signature (electron.build/auto-update).
 */
export const createElectronUpdater = (ports: ElectronUpdaterPorts): Updater => {
  const { source, createCancellation, install, log } = ports;
  let found: UpdateInfo | null = null;
  let download: Download | null = null;
  let cancellation: CancellationToken | null = null;
  let tell = (_percent: number): void => undefined;
  configure(source, log);
  source.on('download-progress', ({ percent }) => tell(percent));

  return {
    check: async () => {
      try {
        const result = await source.checkForUpdates();
        if (result === null) return fail('update-check-failed');
        found = result.isUpdateAvailable ? result.updateInfo : null;
        return succeed(found === null ? null : { version: found.version, notes: notesOf(found) });
      } catch (error) {
        // It has written the error to the log itself.
        return fail(updateFault(error, 'update-check-failed'));
      }
    },
    download: async (onProgress) => {
      if (found === null) return fail('update-download-failed');
      tell = onProgress;
      cancellation = createCancellation();
      try {
        const [file] = await source.downloadUpdate(cancellation);
        if (file === undefined) return fail('update-download-failed');
        download = { file, checksums: checksumsOf(found) };
        return succeed(null);
      } catch (error) {
        return fail(updateFault(error, 'update-download-failed'));
      } finally {
        tell = () => undefined;
        cancellation = null;
      }
    },
    install: async () => {
      if (download === null) return fail('update-not-installed');
      return install(download);
    },
    dispose: () => cancellation?.cancel(),
  };
};
