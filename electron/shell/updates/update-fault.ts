import type { UpdateFault } from '../../core/updates/updater.ts';

/** electron-updater’s codes for a release that is not what was published (its HttpExecutor, NsisUpdater and Provider). */
const damaged: ReadonlySet<unknown> = new Set([
  'ERR_CHECKSUM_MISMATCH',
  'ERR_UPDATER_INVALID_SIGNATURE',
  'ERR_UPDATER_NO_CHECKSUM',
]);

/** Which of our codes an error of electron-updater’s stands for, in a step that fails with `usual`. */
export const updateFault = (error: unknown, usual: UpdateFault): UpdateFault => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return damaged.has(code) ? 'update-damaged' : usual;
};
