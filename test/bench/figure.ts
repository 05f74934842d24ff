/** One measured value. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: string };

/** Something to be measured. `run` takes care of its own processes and files. */
export type Benchmark = { readonly name: string; run(): Promise<readonly Figure[]> };

/** The middle one of an odd number of values, or the lower of the two in the middle. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

/** The value below which the given part (0 to 1) of the values lies. */
export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
