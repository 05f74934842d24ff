import type { Notice, UpdatesOverview } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { UpdateState } from '../updates/update-state.ts';
import type { Updates } from '../updates/updates.ts';

const statusOf = (state: UpdateState, { failures }: HostMessages['updates']): UpdatesOverview['status'] =>
  state.state === 'failed'
    ? { state: 'failed', version: state.version, failure: { code: state.fault, message: failures[state.fault] } }
    : state;

/** Where the app stands with its own releases, as the page shows it. */
export const updatesView = (
  updates: Pick<Updates, 'state' | 'checkedAt'>,
  checksDaily: boolean,
  messages: HostMessages['updates'],
): UpdatesOverview => ({
  status: statusOf(updates.state(), messages),
  checksDaily,
  checkedAt: updates.checkedAt(),
});

/** The id of the notice that tells of a release, which is dismissed once for each. */
export const availableNoticeId = (version: string): string => `${availableNotice}${version}`;
export const availableNotice = 'update-available-';

/** One quiet notice of a release that is newer, and of what became of it. */
export const updateNotices = (
  status: UpdatesOverview['status'],
  messages: HostMessages['updates'],
): readonly Notice[] => {
  switch (status.state) {
    case 'available':
      return [
        {
          id: availableNoticeId(status.version),
          tone: 'info',
          title: messages.available(status.version),
          body: messages.availableMeaning,
          actions: ['download-update', 'show-updates', 'dismiss'],
        },
      ];
    case 'downloading':
      return [
        {
          id: 'update-downloading',
          tone: 'info',
          title: messages.downloading(status.version),
          body: messages.downloadingMeaning(status.percent),
          actions: ['dismiss'],
        },
      ];
    case 'ready':
      return [
        {
          id: 'update-ready',
          tone: 'info',
          title: messages.ready(status.version),
          body: messages.readyMeaning,
          actions: ['install-update', 'show-updates', 'dismiss'],
        },
      ];
    case 'failed':
      // A check that failed is told where it was asked for.
      if (status.version === null) return [];
      return [
        {
          id: 'update-failed',
          tone: 'warn',
          title: messages.failed(status.version),
          body: status.failure.message,
          actions: ['download-update', 'dismiss'],
        },
      ];
    case 'unsupported':
    case 'idle':
    case 'checking':
    case 'installing':
      return [];
  }
};
