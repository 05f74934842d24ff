import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { valuesOf } from '../../../electron/core/changes/difference.ts';
import { aTask } from '../../fakes/task.ts';
import { type Way, startWay } from './way-of-a-hook.ts';

/** What may happen to the app and to one task, in any order. */
type Event =
  | { readonly kind: 'edit'; readonly who: string; readonly name: string; readonly isUrgent: boolean }
  | { readonly kind: 'comment'; readonly who: string; readonly body: string; readonly status: string }
  | { readonly kind: 'ring' | 'fail' | 'answer' | 'kill' }
  | { readonly kind: 'wait'; readonly time: number };

const who = fc.constantFrom('1', '2', '3');
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('edit'), who, name: fc.constantFrom('A', 'B'), isUrgent: fc.boolean() }),
  fc.record({
    kind: fc.constant('comment'),
    who,
    body: fc.constantFrom('', 'A word'),
    status: fc.constantFrom('open', 'hold', 'resolved'),
  }),
  fc.record({ kind: fc.constantFrom('ring', 'ring', 'ring', 'fail', 'answer', 'kill') }),
  fc.record({ kind: fc.constant('wait'), time: fc.constantFrom(10, 1_000, 2_500, 70_000) }),
);

const happen = async (way: Way, each: Event, count: number): Promise<Way> => {
  // Of two things done in the very same moment nobody can tell which was first.
  const updatedAt = way.clock.now() + count;
  switch (each.kind) {
    case 'edit':
      way.redbooth.edit('7', { name: each.name, isUrgent: each.isUrgent, updatedByUserId: each.who, updatedAt });
      return way;
    case 'comment': {
      const { status: before } = way.redbooth.task('7');
      const status = before === each.status ? null : { before, after: each.status };
      way.redbooth.comment('7', { userId: each.who, body: each.body, createdAt: updatedAt, status });
      return way;
    }
    case 'ring':
      await way.ring('7');
      return way;
    case 'fail':
      way.redbooth.failWith({ kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 });
      return way;
    case 'answer':
      way.redbooth.failWith(null);
      return way;
    case 'wait':
      await way.clock.advance(each.time);
      return way;
    case 'kill':
    default:
      return way.restart();
  }
};

it('whatever happens in whatever order, every hook is settled once, and every change is recorded and decided once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      let way = startWay();
      const ways = [way];
      way.redbooth.put(aTask());
      way.store.adopt('1', [aTask()]);
      const ending: readonly Event[] = [{ kind: 'answer' }, { kind: 'ring' }];
      for (const [count, each] of [...events, ...ending].entries()) {
        way = await happen(way, each, count);
        if (ways.at(-1) !== way) ways.push(way);
      }
      await way.clock.advance(600_000);

      // The sum of all edits is the task as it is, each beginning where the last one ended.
      const values = new Map<string, string | null>(valuesOf(aTask()));
      for (const { account } of way.changes()) {
        for (const { field, before, after } of account.edits) {
          expect(values.get(field)).toBe(before);
          values.set(field, after);
        }
      }
      for (const field of ['name', 'status', 'urgent'] as const) {
        expect(values.get(field)).toBe(valuesOf(way.redbooth.task('7')).get(field));
      }
      // Every comment with words was told once.
      const comments = await way.redbooth.client.comments('7', null, 200);
      const said = comments.ok ? comments.value.filter(({ body }) => body !== '').map(({ id }) => id) : [];
      expect(way.changes().flatMap(({ account }) => account.comment?.id ?? [])).toEqual(said);

      // Every hook was settled once, in whichever run.
      expect(way.unsettled()).toEqual([]);
      const settled = ways.flatMap((each) => each.linesOf('settled').flatMap(({ hookIds }) => hookIds));
      expect(new Set(settled).size).toBe(settled.length);
      expect(settled).toHaveLength(events.filter(({ kind }) => kind === 'ring').length + 1);

      // Every change was either told once or skipped once; nothing was raised twice.
      expect(way.store.undecided()).toEqual([]);
      const told = ways.flatMap((each) => each.linesOf('notification').flatMap(({ changeIds }) => changeIds));
      const skipped = ways.flatMap((each) => each.linesOf('skipped').map(({ changeId }) => changeId));
      const decided = [...told, ...skipped].map(Number).sort((a, b) => a - b);
      expect(decided).toEqual(way.changes().map(({ id }) => Number(id)));
      const raised = ways.flatMap((each) => each.notifier.raised.map(({ id }) => id));
      expect(new Set(raised).size).toBe(raised.length);
    }),
    { seed: 11, numRuns: 40 },
  );
});
