/** What a value must be for the benchmark to be content with it. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** One measured value; without a goal it is there to be compared. `isTimed`: a busy machine makes it worse than it is. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: Goal;
  readonly isTimed?: true;
};

/** What could not be measured here, and why. */
export type LeftOut = { readonly name: string; readonly leftOut: string };

export type Measured = Figure | LeftOut;

/** Something to be measured. `run` takes care of its own processes and files. */
export type Benchmark = { readonly name: string; run(): Promise<readonly Measured[]> };

/** The middle one of an odd number of values, or the lower of the two in the middle. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

/** The value below which the given part (0 to 1) of the values lies. */
export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

/** Null without a goal. What is no number meets none. */
export const isMet = ({ value, goal }: Figure): boolean | null => {
  if (goal === undefined) return null;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
};
