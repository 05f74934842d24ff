import { expect, test } from 'vitest';
import type { UpdateStatus } from '../../../electron/contract/index.ts';
import { updateNotices, updatesView } from '../../../electron/core/page/update-view.ts';
import { languages, updatesSchema } from '../../../electron/contract/index.ts';
import { hostMessages } from '../../../electron/messages/host-messages.ts';
import * as v from 'valibot';

const failure = { code: 'update-damaged', message: 'What was downloaded is not what was published.' } as const;

test.each<[UpdateStatus, readonly string[]]>([
  [{ state: 'unsupported', obstacle: 'headless' }, []],
  [{ state: 'idle' }, []],
  [{ state: 'checking' }, []],
  [{ state: 'available', version: '1.2.0' }, ['update-available-1.2.0 info download-update show-updates dismiss']],
  [{ state: 'downloading', version: '1.2.0', percent: 7 }, ['update-downloading info dismiss']],
  [{ state: 'ready', version: '1.2.0' }, ['update-ready info install-update show-updates dismiss']],
  [{ state: 'installing', version: '1.2.0' }, []],
  [{ state: 'failed', version: '1.2.0', failure }, ['update-failed warn download-update dismiss']],
  // Told in the settings, where it was asked for.
  [{ state: 'failed', version: null, failure }, []],
])('%j is told by %j', (status, told) => {
  for (const language of languages) {
    const notices = updateNotices(status, hostMessages(language).updates);
    expect(notices.map(({ id, tone, actions }) => [id, tone, ...actions].join(' '))).toEqual(told);
  }
});

test('a failure comes to the page with its code and its words', () => {
  const updates = {
    state: () => ({ state: 'failed', version: null, fault: 'update-check-failed' }) as const,
    checkedAt: () => 7,
  };
  const view = updatesView(updates, true, hostMessages('en').updates);
  expect(v.parse(updatesSchema, view)).toEqual(view);
  expect(view).toMatchObject({ checkedAt: 7, status: { failure: { code: 'update-check-failed' } } });
});
