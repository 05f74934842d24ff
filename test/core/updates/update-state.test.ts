import { expect, test } from 'vitest';
import { type UpdateEvent, type UpdateState, nextUpdateState } from '../../../electron/core/updates/update-state.ts';

const states = {
  unsupported: { state: 'unsupported', obstacle: 'package-manager' },
  idle: { state: 'idle' },
  checking: { state: 'checking' },
  available: { state: 'available', version: '2.0.0' },
  downloading: { state: 'downloading', version: '2.0.0', percent: 40 },
  ready: { state: 'ready', version: '2.0.0' },
  installing: { state: 'installing', version: '2.0.0' },
  unchecked: { state: 'failed', version: null, fault: 'update-check-failed' },
  failed: { state: 'failed', version: '2.0.0', fault: 'update-download-failed' },
} as const satisfies Record<string, UpdateState>;
type Name = keyof typeof states;
const names: readonly Name[] = [
  'unsupported',
  'idle',
  'checking',
  'available',
  'downloading',
  'ready',
  'installing',
  'unchecked',
  'failed',
];

const begun: UpdateState = { state: 'downloading', version: '2.0.0', percent: 0 };
const newer: UpdateState = { state: 'available', version: '3.0.0' };

/** What each event makes of the states it belongs to; all others are left as they are. */
const rules: readonly (readonly [string, UpdateEvent, Partial<Record<Name, UpdateState>>])[] = [
  [
    'a check begins where nothing is under way, and does not hide a release that is told',
    { event: 'check-begun' },
    { idle: states.checking, unchecked: states.checking, failed: states.checking },
  ],
  [
    'a release is found, maybe newer than the one that is told',
    { event: 'found', version: '3.0.0' },
    { checking: newer, available: newer },
  ],
  [
    'nothing is found, or the release was withdrawn',
    { event: 'nothing-found' },
    { checking: states.idle, available: states.idle },
  ],
  [
    'a check that the user asked for fails, and says so',
    { event: 'check-failed', fault: 'update-check-failed', isAsked: true },
    { checking: states.unchecked },
  ],
  [
    'a daily check fails, and nobody is told',
    { event: 'check-failed', fault: 'update-check-failed', isAsked: false },
    { checking: states.idle },
  ],
  ['a download begins, maybe once more', { event: 'download-begun' }, { available: begun, failed: begun }],
  [
    'a download comes on',
    { event: 'progress', percent: 41.9 },
    { downloading: { state: 'downloading', version: '2.0.0', percent: 41 } },
  ],
  ['a download that begins again does not go backwards', { event: 'progress', percent: 3 }, {}],
  ['a download is there', { event: 'downloaded' }, { downloading: states.ready }],
  [
    'a download fails',
    { event: 'download-failed', fault: 'update-damaged' },
    { downloading: { state: 'failed', version: '2.0.0', fault: 'update-damaged' } },
  ],
  ['only what is downloaded is installed', { event: 'install-begun' }, { ready: states.installing }],
  [
    'installing fails',
    { event: 'install-failed', fault: 'update-not-installed' },
    { installing: { state: 'failed', version: '2.0.0', fault: 'update-not-installed' } },
  ],
];

test.each(rules)('%s', (_words, event, changed) => {
  for (const name of names) expect(nextUpdateState(states[name], event), name).toEqual(changed[name] ?? states[name]);
});

test('a percentage never goes beyond a hundred', () => {
  expect(nextUpdateState(states.downloading, { event: 'progress', percent: 250 })).toMatchObject({ percent: 100 });
});
