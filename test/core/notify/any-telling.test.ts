import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anEdit } from '../../fakes/change.ts';
import { type News, type TellingRun, office, startTelling, summit, website } from './harness.ts';

/** What may happen, in any order. */
type Event =
  | { readonly kind: 'news'; readonly news: readonly News[] }
  | { readonly kind: 'paused' | 'quiet' | 'full' | 'never'; readonly isOn: boolean }
  | { readonly kind: 'wait'; readonly time: number }
  | { readonly kind: 'read' | 'snooze'; readonly id: number }
  | { readonly kind: 'kill' };

const mine = { assigned: true, wasAssigned: false, created: false, watching: false };
const nobodys = { ...mine, assigned: false };
const news: fc.Arbitrary<News> = fc.record({
  taskId: fc.integer({ min: 1, max: 12 }).map(String),
  project: fc.constantFrom(summit, summit, website, office, null),
  kind: fc.constantFrom('updated', 'updated', 'updated', 'created', 'gone'),
  isOwn: fc.constantFrom(false, false, false, true),
  relation: fc.constantFrom(mine, mine, nobodys),
  edits: fc.constantFrom(
    [],
    [anEdit('status', { before: 'open', after: 'hold' })],
    [anEdit('status', { before: 'hold', after: 'open' }), anEdit('urgent', { before: 'false', after: 'true' })],
  ),
  comment: fc.constantFrom(
    null,
    { id: '1', body: 'Hi', mentionsMe: false },
    { id: '2', body: '@ana', mentionsMe: true },
  ),
});
const wait = fc.record({ kind: fc.constant('wait'), time: fc.constantFrom(10, 900, 3_000, 11_000, 700_000) });
const arrival = fc.record({ kind: fc.constant('news'), news: fc.array(news, { minLength: 1, maxLength: 7 }) });
const toggle = fc.record({ kind: fc.constantFrom('paused', 'quiet', 'full', 'never'), isOn: fc.boolean() });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: arrival },
  { weight: 3, arbitrary: wait },
  { weight: 6, arbitrary: toggle },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('read', 'snooze'), id: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill') }) },
);

const happen = async (run: TellingRun, each: Event): Promise<TellingRun> => {
  switch (each.kind) {
    case 'news':
      run.record(...each.news);
      break;
    case 'paused':
      run.situation = { ...run.situation, isPaused: each.isOn };
      break;
    case 'quiet':
      run.situation = { ...run.situation, isQuiet: each.isOn };
      break;
    case 'full':
      run.database.exec(
        each.isOn
          ? `CREATE TRIGGER IF NOT EXISTS full BEFORE INSERT ON notification_change BEGIN SELECT raise(ABORT, 'full'); END`
          : 'DROP TRIGGER IF EXISTS full',
      );
      break;
    case 'never':
      run.notifier.answer = each.isOn ? 'never' : { state: 'shown' };
      break;
    case 'wait':
      await run.clock.advance(each.time);
      return run;
    case 'read':
      run.snoozes.cancel([String(each.id)]);
      run.store.markRead([String(each.id)]);
      return run;
    case 'snooze':
      run.store.markRead([String(each.id)]);
      run.snoozes.snooze(String(each.id), run.clock.now() + 60_000);
      return run;
    case 'kill':
      return run.restart();
  }
  run.telling.announce();
  return run;
};

it('whatever happens in whatever order, all that is to be told is named by one notification first, and by no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      let run = startTelling();
      const runs = [run];
      const ending: readonly Event[] = [
        { kind: 'full', isOn: false },
        { kind: 'paused', isOn: false },
        { kind: 'quiet', isOn: false },
        { kind: 'wait', time: 700_000 },
      ];
      for (const each of [...events, ...ending]) {
        run = await happen(run, each);
        if (runs.at(-1) !== run) runs.push(run);
      }
      const lines = runs.flatMap((each) => each.lines);
      const named = lines.flatMap((line) => (line.event === 'notification' ? line.changeIds : []));
      expect(new Set(named).size).toBe(named.length);

      const wasTold = new Set(named);
      const isTouched = new Set(
        events.flatMap((each) => (each.kind === 'read' || each.kind === 'snooze' ? [String(each.id)] : [])),
      );
      expect(run.store.undecided()).toEqual([]);
      for (const row of run.database.prepare('SELECT id, decision, reason FROM change').all()) {
        const id = String(row['id']);
        const isHeld = row['reason'] === 'paused' || row['reason'] === 'quiet-hours';
        if (row['decision'] === 'notified') expect(wasTold).toContain(id);
        // What was read while it was held back is no news any more, and what is snoozed is told whatever it is.
        else if (!isTouched.has(id)) expect(wasTold.has(id)).toBe(isHeld);
      }
      const raised = runs.flatMap((each) => each.notifier.raised.map(({ id }) => id));
      expect(new Set(raised).size).toBe(raised.length);
    }),
    { seed: 7, numRuns: 60 },
  );
});

it('however changes come, at most 6 notifications in any 10 s take the place of none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof({ weight: 3, arbitrary: arrival }, wait), { maxLength: 40 }), async (events) => {
      const run = startTelling();
      const moments: number[] = [];
      run.notifier.onRaise = ({ replaces }) => {
        if (replaces === null) moments.push(run.clock.now());
      };
      for (const each of events) await happen(run, each);
      for (const moment of moments)
        expect(moments.filter((other) => other >= moment && other < moment + 10_000).length).toBeLessThanOrEqual(6);
    }),
    { seed: 8, numRuns: 60 },
  );
});
