import { describe, expect, test } from 'vitest';
import { planStorm, spellInterval } from './plan.ts';
import type { Spell } from './plan.ts';
import type { Post, StormRecord } from './storm.ts';
import { isPassed, judge } from './verdict.ts';

const spell: Spell = { kind: 'refuse', from: 10_000, faults: [{ kind: 'refuse', from: 10_000 }], until: 15_000 };
const aPost = (part: Partial<Post>): Post => ({
  taskId: '1',
  sentAt: 1000,
  endedAt: 1100,
  outcome: 'acknowledged',
  wasOnline: true,
  ...part,
});
const online = (at: number) => ({ at, state: 'online' as const, cause: null, provenAt: at });
const offline = (at: number) => ({ at, state: 'offline' as const, cause: 'relay-refused' as const, provenAt: 500 });

const record = (part: Partial<StormRecord>): StormRecord => ({
  spells: [spell],
  posts: [aPost({})],
  states: [online(500), offline(10_100), online(17_000)],
  journalled: new Map([['1', 1]]),
  ...part,
});

describe('the verdict on a storm', () => {
  test('is good when all is well, and says how long the way back took', () => {
    const verdict = judge(record({}));
    expect(verdict).toMatchObject({ promised: 1, lost: [], doubled: [], broken: [], recoveryP95: 2000 });
    expect(isPassed(verdict)).toBe(true);
  });

  test.for([
    ['lost', record({ journalled: new Map() }), { lost: ['1'] }],
    ['doubled', record({ journalled: new Map([['1', 2]]) }), { doubled: ['1'] }],
    ['broken', record({ posts: [aPost({ outcome: 'refused' })] }), { broken: [{ taskId: '1' }] }],
    ['answered by another', record({ posts: [aPost({ outcome: 'foreign' })] }), { broken: [{ taskId: '1' }] }],
    ['late', record({ states: [online(500), offline(10_100), online(20_001)] }), { recoveryP95: 5001 }],
    ['never', record({ states: [online(500), offline(10_100)] }), { recoveryP95: Number.POSITIVE_INFINITY }],
    ['without a promise', record({ posts: [aPost({ wasOnline: false })] }), { promised: 0 }],
  ] as const)('is bad when it is %s', ([, seen, expected]) => {
    const verdict = judge(seen);
    expect(verdict).toMatchObject(expected);
    expect(isPassed(verdict)).toBe(false);
  });

  test.for([
    ['sent while the app did not call itself reachable', { wasOnline: false }],
    ['sent before a spell and ended in it', { sentAt: 9990, endedAt: 10_010 }],
    ['sent in a spell and ended after it', { sentAt: 14_990, endedAt: 15_100 }],
  ] as const)('counts no hook as promised that was %s', ([, part]) => {
    expect(judge(record({ posts: [aPost({ ...part, outcome: 'unanswered' })] }))).toMatchObject({
      promised: 0,
      broken: [],
    });
  });

  test('takes no proof for the way back that is older than the healing', () => {
    const stale = { at: 15_500, state: 'online' as const, cause: null, provenAt: 14_000 };
    expect(judge(record({ states: [online(500), offline(10_100), stale] })).recoveries).toEqual([
      { kind: 'refuse', healedAt: 15_000, duration: null },
    ]);
  });
});

describe('the plan of a storm', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(planStorm(5, 1)).toEqual(planStorm(5, 1));
    expect(planStorm(5, 1)).not.toEqual(planStorm(5, 2));
  });

  test('has a spell every 20 s, each fault among them, and each over before the next', () => {
    const { spells } = planStorm(30, 3);
    expect(spells).toHaveLength(89);
    expect(new Set(spells.map(({ kind }) => kind)).size).toBe(11);
    for (const [place, { from, until }] of spells.entries()) {
      expect(Math.floor((from - spellInterval / 2) / spellInterval)).toBe(place);
      expect(spells[place + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(until + 5000);
    }
  });
});
