const later =
  'Hooks that come meanwhile are asked to come again later, and what they told is found by asking Redbooth.';

/** What keeps changes from being stored, and what became of a broken history. */
export const storageNotices = {
  notStored: 'Changes cannot be stored',
  full: 'The disk is full',
  fullBody: `Changes cannot be stored. Free some space on this computer. ${later}`,
  busyBody: `Another program holds the file with your history. Quit it, for example a database viewer or a backup. ${later}`,
  readOnlyBody: `The file with your history must not be written. Check its permissions. ${later}`,
  unwritableBody: `The file with your history cannot be written. Check the disk and its free space. ${later}`,
  unreadable: 'The history cannot be read',
  unreadableBody: `The disk does not give back what is on it. Check the disk. ${later}`,
  damaged: 'The history is damaged',
  damagedBody:
    'Changes cannot be stored. Quit the app and start it again: the damaged file is kept aside, and a new history is begun.',
  newHistory: 'A new history was begun',
  newHistoryNewUrl: 'A new history was begun, with a new hook URL',
  newHistoryBody: (keptAs: string): string =>
    `The file with your history was damaged. It is kept as ${keptAs} in the data directory, and a new one was begun. Earlier changes are not in the list any more. Your hook URLs are the same.`,
  newHistoryNewUrlBody: (keptAs: string): string =>
    `The file with your history was damaged. It is kept as ${keptAs} in the data directory, and a new one was begun. Your hook URL could not be read in it: hooks do not reach you until an administrator pastes the new one into Redbooth.`,
};
