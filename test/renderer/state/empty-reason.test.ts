import { expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { type EmptyReason, type EmptySituation, emptyReason } from '../../../renderer/state/empty-reason.ts';
import { sampleExpired } from '../harness/sample-account.ts';
import { emptyOverviews } from '../harness/sample-welcome.ts';
import { pollingOverview } from '../harness/sample.ts';

const calm: EmptySituation = {
  state: 'complete',
  overview: emptyOverviews.quiet,
  isLost: false,
  filter: noFilter,
  isNarrowed: false,
};
const { reachability } = emptyOverviews.unreachable;
const { pause } = emptyOverviews.paused;

it.each<[EmptyReason, string, Partial<EmptySituation>]>([
  ['app-lost', 'the app does not answer', { isLost: true, state: 'failed' }],
  ['reading', 'the app has not answered yet', { isLost: true, state: 'loading', overview: null }],
  ['unreadable', 'the list could not be read', { state: 'failed' }],
  ['reading', 'the list is being read', { state: 'loading' }],
  ['reading', 'nothing is known yet', { overview: null }],
  ['nothing-found', 'a search fits nothing', { isNarrowed: true }],
  ['nothing-found', 'a search among unread changes fits nothing', { isNarrowed: true, filter: unread() }],
  ['all-read', 'nothing is unread', { filter: unread() }],
  ['signed-out', 'nobody is signed in', { overview: emptyOverviews['signed-out'] }],
  [
    'signed-out',
    'nobody is signed in, and unread ones are asked for',
    { overview: emptyOverviews['signed-out'], filter: unread() },
  ],
  ['signed-out', 'the sign-in ran out', { overview: { ...emptyOverviews.paused, account: sampleExpired } }],
  ['no-hook-yet', 'no hook has come yet', { overview: emptyOverviews['no-hook-yet'] }],
  ['no-hook-yet', 'no hook has come, and it is paused', { overview: { ...emptyOverviews['no-hook-yet'], pause } }],
  ['unreachable', 'no hook can come', { overview: emptyOverviews.unreachable }],
  ['unreachable', 'no hook can come any more', { overview: { ...emptyOverviews.quiet, reachability } }],
  ['quiet', 'hooks came, and changed nothing', {}],
  ['paused', 'notifications are paused', { overview: emptyOverviews.paused }],
  ['polling', 'Redbooth is asked', { overview: pollingOverview }],
  ['paused', 'Redbooth is asked, and it is paused', { overview: { ...pollingOverview, pause } }],
  ['demo', 'the demo has just begun', { overview: emptyOverviews.demo }],
])('the list says “%s” where %s', (reason, _name, situation) => {
  expect(emptyReason({ ...calm, ...situation })).toBe(reason);
});

function unread() {
  return { ...noFilter, show: 'unread' as const };
}
