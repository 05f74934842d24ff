/** A file of settings that is taken along to another computer. */
export const settingsFile = {
  'not-settings':
    'This is no file of Redbooth Notifier’s settings, so nothing was changed. Choose a file that was exported from its settings.',
  'too-long': 'This file is too large for settings, so nothing was changed. Choose a file that was exported here.',
  invalid: (key: string): string =>
    `The file has a value for “${key}” that cannot be used, so nothing was changed. Correct it, or take it out of the file.`,
  notWritten: (file: string, cause: string): string =>
    `The file ${file} could not be written (${cause}). Choose another place.`,
};
