import type { Notice } from '../../contract/index.ts';
import type { NewHistory } from '../database/open-history.ts';
import type { StorageTrouble } from '../database/storage-trouble.ts';

const later =
  'Hooks that come meanwhile are asked to come again later, and what they told is found by asking Redbooth.';

const words: Record<StorageTrouble, { readonly title: string; readonly body: string }> = {
  full: { title: 'The disk is full', body: `Changes cannot be stored. Free some space on this computer. ${later}` },
  busy: {
    title: 'Changes cannot be stored',
    body: `Another program holds the file with your history. Quit it, for example a database viewer or a backup. ${later}`,
  },
  'read-only': {
    title: 'Changes cannot be stored',
    body: `The file with your history must not be written. Check its permissions. ${later}`,
  },
  unwritable: {
    title: 'Changes cannot be stored',
    body: `The file with your history cannot be written. Check the disk and its free space. ${later}`,
  },
  damaged: {
    title: 'The history is damaged',
    body: 'Changes cannot be stored. Quit the app and start it again: the damaged file is kept aside, and a new history is begun.',
  },
};

/** Says why nothing can be stored. */
export const storageNotice = (trouble: StorageTrouble | null): readonly Notice[] =>
  trouble === null ? [] : [{ id: 'storage', tone: 'bad', ...words[trouble], actions: [] }];

/** Says that the history had to be begun anew, and whether hooks still come by the same addresses. */
export const newHistoryNotice = (newHistory: NewHistory | null): readonly Notice[] => {
  if (newHistory === null) return [];
  const { keptAs, isAddressKept } = newHistory;
  const happened = `The file with your history was damaged. It is kept as ${keptAs} in the data directory, and a new one was begun.`;
  return [
    {
      id: 'new-history',
      tone: isAddressKept ? 'warn' : 'bad',
      title: isAddressKept ? 'A new history was begun' : 'A new history was begun, with a new hook URL',
      body: isAddressKept
        ? `${happened} Earlier changes are not in the list any more. Your hook URLs are the same.`
        : `${happened} Your hook URL could not be read in it: hooks do not reach you until an administrator pastes the new one into Redbooth.`,
      actions: isAddressKept ? ['dismiss'] : ['copy-hook-url', 'open-hooks-page', 'dismiss'],
    },
  ];
};
