/** What a request of the page is answered when something cannot be stored or read. */
export const storage = {
  full: 'The disk is full, so this was not stored. Free some space on this computer, and try again.',
  busy: 'Another program holds the file with your history, so this was not stored. Quit it, for example a database viewer or a backup, and try again.',
  readOnly:
    'The file with your history must not be written, so this was not stored. Check its permissions, and try again.',
  unwritable:
    'The file with your history cannot be written, so this was not stored. Check the disk and its free space, and try again.',
  unreadable: 'The file with your history cannot be read. Check the disk, and try again.',
  damaged:
    'The file with your history is damaged. Quit the app and start it again: the damaged file is kept aside, and a new history is begun.',
  /** `cause` is the system’s code. */
  settings: (cause: string): string =>
    `The settings could not be stored (${cause}). Check the free space and the permissions of the data directory, and try again.`,
};
