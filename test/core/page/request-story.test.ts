import { describe, expect, it } from 'vitest';
import type { Change } from '../../../electron/core/changes/change.ts';
import type { HookFate } from '../../../electron/core/changes/hook-fates.ts';
import type { KeptRequest } from '../../../electron/core/hooks/request-ring.ts';
import { hooksToldOf, storyOf } from '../../../electron/core/page/request-story.ts';
import { aChange, anEdit } from '../../fakes/change.ts';
import { longAgo } from '../../fakes/task.ts';
import { readingAt } from '../../fakes/reading.ts';

const aRequest = (part: Partial<KeptRequest> = {}): KeptRequest => ({
  id: 'r1',
  order: 1,
  at: longAgo,
  method: 'POST',
  status: 200,
  size: 80,
  duration: 3,
  userAgent: null,
  bodyStart: '',
  hookUrl: { id: 'a1', name: 'Acme', isReplaced: false },
  isFromRelay: true,
  outcome: 'accepted',
  problem: null,
  hookIds: ['1'],
  ...part,
});
const story = (request: Partial<KeptRequest>, fates: readonly (readonly [string, HookFate])[] = []): string =>
  storyOf(aRequest(request), new Map(fates), readingAt(longAgo, 'UTC'));

const changed = (decision: Change['decision'], title = 'Plan'): Change =>
  aChange({ title, edits: [anEdit('status', { before: 'open', after: 'resolved' })] }, { decision });
const told = changed({ kind: 'notified', reason: 'watched-by-you' });
const skipped = (reason: string): HookFate => ({ result: 'changed', changes: [changed({ kind: 'skipped', reason })] });

describe('the story of a request without a hook', () => {
  it.each([
    [{ outcome: 'ignored' }, 'Nothing to do: it was empty, or not about a task'],
    [{ outcome: 'works' }, 'The hook URL was opened, and works'],
    [{ outcome: 'not-found', hookUrl: null }, 'Turned away: not one of your hook URLs'],
    [{ outcome: 'not-found' }, 'Turned away: a hook is a POST'],
    [{ outcome: 'too-large' }, 'Turned away: more than 64 KiB'],
    [{ outcome: 'encoded' }, 'Turned away: its body was compressed'],
    [{ outcome: 'unwritable' }, 'Could not be stored, so the sender was asked to send it again later'],
    [{ outcome: 'invalid', problem: 'not-json' }, 'Turned away: the body is not JSON in UTF-8'],
    [{ outcome: 'invalid', problem: 'too-many-hooks' }, 'Turned away: the array holds more than 100 hooks'],
    [{ outcome: 'invalid', problem: 'no-object' }, 'Turned away: the body must be a JSON object, or an array of them'],
    [{ outcome: 'invalid', problem: 'no-task-id' }, 'Turned away: “id” must be 1 to 19 digits'],
    [{ outcome: 'invalid' }, 'Turned away: this is no hook'],
  ] as const)('of %o is “%s”', (request, sentence) => {
    expect(story({ hookIds: [], ...request })).toBe(sentence);
  });
});

describe('the story of a hook', () => {
  it.each<[string, HookFate, string]>([
    ['waits', { result: null, changes: [] }, 'Waiting for Redbooth’s answer'],
    ['was told', { result: 'changed', changes: [told] }, 'Told you: Bo resolved “Plan”'],
    ['told several', { result: 'changed', changes: [told, told, told] }, 'Told you: Bo resolved “Plan”, and 2 more'],
    ['is about to be told', { result: 'changed', changes: [changed(null)] }, 'About to be told'],
    ['was filtered', skipped('filtered'), 'Only listed: it is not your task, and you do not watch it'],
    ['was one’s own', skipped('own-change'), 'Only listed: you did this yourself'],
    ['came in a pause', skipped('paused'), 'Held back while notifications were paused'],
    ['is not visible', { result: 'not-visible', changes: [] }, 'You cannot see this task, or it is gone'],
    ['is gone', { result: 'gone', changes: [] }, 'The task is gone'],
    ['changed nothing', { result: 'unchanged', changes: [] }, 'Nothing had changed'],
  ])('that %s', (_, fate, sentence) => {
    expect(story({}, [['1', fate]])).toBe(sentence);
  });

  it('says what was told before what was only listed', () => {
    const mixed: HookFate = { result: 'changed', changes: [changed({ kind: 'skipped', reason: 'filtered' }), told] };
    expect(story({}, [['1', mixed]])).toBe('Told you: Bo resolved “Plan”');
  });

  it('waits as long as the journal does not know it', () => {
    expect(story({})).toBe('Waiting for Redbooth’s answer');
  });
});

describe('the story of a request with several hooks', () => {
  const unchanged: HookFate = { result: 'unchanged', changes: [] };

  it('tells each, and the same only once', () => {
    expect(
      story({ hookIds: ['1', '2', '3'] }, [
        ['1', unchanged],
        ['2', { result: 'changed', changes: [told] }],
        ['3', unchanged],
      ]),
    ).toBe('Nothing had changed · Told you: Bo resolved “Plan”');
  });

  it('tells of ten, and counts the others', () => {
    const hookIds = Array.from({ length: 13 }, (_, index) => String(index));
    const asked = hooksToldOf([aRequest({ hookIds })]);
    expect(asked).toHaveLength(10);
    expect(
      story(
        { hookIds },
        asked.map((id) => [id, unchanged] as const),
      ),
    ).toBe('Nothing had changed · and 3 more');
  });
});
