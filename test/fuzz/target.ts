import * as fc from 'fast-check';

/** Something that is given hostile input. */
export type FuzzTarget<Case> = {
  readonly name: string;
  /** Its part of all cases; the parts of all targets make 100. */
  readonly share: number;
  readonly cases: fc.Arbitrary<Case>;
  /** How many cases are under way at once. */
  readonly together: number;
  readonly start: () => Promise<RunningTarget<Case>>;
};

export type RunningTarget<Case> = {
  /** What is wrong with how a case was taken; null when nothing is. */
  readonly check: (given: Case) => Promise<string | null>;
  /** What is wrong after all of them, and what was measured. */
  readonly finish: () => Promise<{ readonly complaints: readonly string[]; readonly figures: readonly string[] }>;
  readonly dispose: () => Promise<void>;
};

/** What came of a target. Nothing to complain of: it stood. */
export type FuzzReport = {
  readonly name: string;
  readonly cases: number;
  readonly seconds: number;
  readonly complaints: readonly string[];
  readonly figures: readonly string[];
};

/** A target without its type of cases, so that all of them fit into one list. */
export type Fuzz = {
  readonly name: string;
  readonly share: number;
  readonly run: (cases: number, seed: number) => Promise<FuzzReport>;
};

/** Few, as making them holds up whoever measures in this process. */
const batch = 50;
const mostComplaints = 3;
const shrinkTime = 20_000;

/** The smallest case like the one at `index` that is complained of, and how to get it again. */
const shrink = async <Case>(
  { cases }: FuzzTarget<Case>,
  check: RunningTarget<Case>['check'],
  seed: number,
  index: number,
): Promise<string> => {
  const property = fc.asyncProperty(cases, async (given) => {
    const complaint = await check(given);
    if (complaint !== null) throw new Error(complaint);
  });
  const found = await fc.check(property, {
    seed,
    path: String(index),
    numRuns: 1,
    interruptAfterTimeLimit: shrinkTime,
  });
  return `seed ${seed}, path ${found.counterexamplePath ?? String(index)}: ${fc.stringify(found.counterexample ?? 'only together with others')}`;
};

const runTarget = async <Case>(target: FuzzTarget<Case>, cases: number, seed: number): Promise<FuzzReport> => {
  const began = performance.now();
  const running = await target.start();
  const complaints: string[] = [];
  try {
    for (let done = 0; done < cases && complaints.length < mostComplaints; done += batch) {
      const batchSeed = seed + done;
      const given = fc.sample(target.cases, { seed: batchSeed, numRuns: Math.min(batch, cases - done) });
      let next = 0;
      const work = async (): Promise<void> => {
        while (next < given.length && complaints.length < mostComplaints) {
          const index = next++;
          const each = given[index];
          const complaint = each === undefined ? null : await running.check(each);
          if (complaint !== null)
            complaints.push(`${complaint}\n  ${await shrink(target, running.check, batchSeed, index)}`);
        }
      };
      await Promise.all(Array.from({ length: target.together }, work));
    }
    const { complaints: atLast, figures } = await running.finish();
    const seconds = (performance.now() - began) / 1000;
    return { name: target.name, cases, seconds, complaints: [...complaints, ...atLast], figures };
  } finally {
    await running.dispose();
  }
};

/** Forgets the type of a target’s cases. */
export const fuzzOf = <Case>(target: FuzzTarget<Case>): Fuzz => ({
  name: target.name,
  share: target.share,
  run: (cases, seed) => runTarget(target, cases, seed),
});
