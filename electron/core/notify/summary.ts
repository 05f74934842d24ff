import type { Change } from '../changes/change.ts';
import type { Sentence } from './sentence.ts';
import { cutAtWord, oneLine } from './plain-text.ts';

const counted = (
  changes: readonly Change[],
  keyOf: (change: Change) => string,
): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const change of changes) counts.set(keyOf(change), (counts.get(keyOf(change)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};

/** What is said of many changes that came to light at once: how many, and in which projects. */
export const summaryOf = (changes: readonly Change[]): Sentence => {
  const projects = counted(changes, (change) => change.account.project?.name ?? 'Other');
  return {
    title: `${changes.length} changes while you were away`,
    body: cutAtWord(oneLine(projects.map(([name, count]) => `${name} ${count}`).join(', ')), 200),
  };
};
