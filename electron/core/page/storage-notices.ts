import type { Notice } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { NewHistory } from '../database/open-history.ts';
import type { StorageTrouble } from '../database/storage-trouble.ts';

type Words = HostMessages['storageNotices'];

const described = (trouble: StorageTrouble, words: Words): Pick<Notice, 'title' | 'body'> => {
  switch (trouble) {
    case 'full':
      return { title: words.full, body: words.fullBody };
    case 'busy':
      return { title: words.notStored, body: words.busyBody };
    case 'read-only':
      return { title: words.notStored, body: words.readOnlyBody };
    case 'unwritable':
      return { title: words.notStored, body: words.unwritableBody };
    case 'unreadable':
      return { title: words.unreadable, body: words.unreadableBody };
    case 'damaged':
      return { title: words.damaged, body: words.damagedBody };
  }
};

/** The id of the notice that says why nothing can be stored. */
export const storageNoticeId = 'storage';

/** Says why nothing can be stored. */
export const storageNotice = (trouble: StorageTrouble | null, words: Words): readonly Notice[] =>
  trouble === null ? [] : [{ id: storageNoticeId, tone: 'bad', ...described(trouble, words), actions: [] }];

/** Says that the history had to be begun anew, and whether hooks still come by the same addresses. */
export const newHistoryNotice = (newHistory: NewHistory | null, words: Words): readonly Notice[] => {
  if (newHistory === null) return [];
  const { keptAs, isAddressKept } = newHistory;
  return [
    isAddressKept
      ? {
          id: 'new-history',
          tone: 'warn',
          title: words.newHistory,
          body: words.newHistoryBody(keptAs),
          actions: ['dismiss'],
        }
      : {
          id: 'new-history',
          tone: 'bad',
          title: words.newHistoryNewUrl,
          body: words.newHistoryNewUrlBody(keptAs),
          actions: ['copy-hook-url', 'open-hooks-page', 'dismiss'],
        },
  ];
};
