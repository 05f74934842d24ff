import type { RelayFault } from '../../electron/simulator/relay/fault.ts';
import type { Spell } from './plan.ts';
import type { Post, StateAt, StormRecord } from './storm.ts';

/** How long it took from the relay's healing to the next proof; null: it had not come when the next spell began. */
export type Recovery = { readonly kind: RelayFault; readonly healedAt: number; readonly duration: number | null };

/** What a storm came to. Durations in ms. */
export type Verdict = {
  readonly sent: number;
  readonly acknowledged: number;
  /** Sent while the app said "reachable" and the relay did nothing wrong until the answer. */
  readonly promised: number;
  /** Acknowledged, but not in the journal. */
  readonly lost: readonly string[];
  /** In the journal more than once. */
  readonly doubled: readonly string[];
  /** Promised, but not acknowledged. */
  readonly broken: readonly Post[];
  /** Spells in which the app left "reachable", each with what followed. */
  readonly recoveries: readonly Recovery[];
  /** Spells that the app did not notice: short ones, and those that do nothing to an open tunnel. */
  readonly unnoticed: number;
  /** 95 of 100 recoveries took no longer. */
  readonly recoveryP95: number;
  readonly recoveryMedian: number;
};

export const judge = ({ spells, posts, states, journalled }: StormRecord): Verdict => {
  const acknowledged = posts.filter(({ outcome }) => outcome === 'acknowledged');
  const promised = posts.filter((post) => post.wasOnline && !spells.some((spell) => overlaps(spell, post)));
  const noticed = spells.flatMap((spell, place) => {
    const end = spells[place + 1]?.from ?? Number.POSITIVE_INFINITY;
    return leftOnline(states, spell.from, end) ? [recovery(spell, states, end)] : [];
  });
  const durations = noticed.map(({ duration }) => duration ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const at = (share: number): number => durations[Math.ceil(durations.length * share) - 1] ?? Number.NaN;
  return {
    sent: posts.length,
    acknowledged: acknowledged.length,
    promised: promised.length,
    lost: acknowledged.map(({ taskId }) => taskId).filter((taskId) => !journalled.has(taskId)),
    doubled: [...journalled].filter(([, times]) => times > 1).map(([taskId]) => taskId),
    broken: promised.filter(({ outcome }) => outcome !== 'acknowledged'),
    recoveries: noticed,
    unnoticed: spells.length - noticed.length,
    recoveryP95: at(0.95),
    recoveryMedian: at(0.5),
  };
};

/** Whether a storm bore out what the app promises: nothing lost, doubled or broken, and back within 5 s at p95. */
export const isPassed = (verdict: Verdict): boolean =>
  verdict.lost.length === 0 &&
  verdict.doubled.length === 0 &&
  verdict.broken.length === 0 &&
  verdict.promised > 0 &&
  verdict.recoveryP95 <= 5000;

const overlaps = (spell: Spell, post: Post): boolean => spell.from <= post.endedAt && post.sentAt <= spell.until;

const leftOnline = (states: readonly StateAt[], from: number, end: number): boolean =>
  stateAt(states, from) !== 'online' || states.some(({ at, state }) => at >= from && at < end && state !== 'online');

const recovery = ({ kind, until }: Spell, states: readonly StateAt[], end: number): Recovery => {
  const proven = states.find(
    ({ at, state, provenAt }) => at >= until && at < end && state === 'online' && (provenAt ?? 0) >= until,
  );
  const wasBack = stateAt(states, until) === 'online' && !leftOnline(states, until, end);
  const duration = proven ? proven.at - until : null;
  return { kind, healedAt: until, duration: wasBack ? 0 : duration };
};

const stateAt = (states: readonly StateAt[], moment: number): StateAt['state'] =>
  states.findLast(({ at }) => at <= moment)?.state ?? 'connecting';
