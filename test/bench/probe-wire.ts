import * as v from 'valibot';

/** What a probe (probe.ts) is asked: to begin anew, or what it measured since. */
export const probeRequestSchema = v.picklist(['begin', 'begin-delays', 'tell']);
export type ProbeRequest = v.InferOutput<typeof probeRequestSchema>;

export const probedSchema = v.object({
  /** The longest time, in ms, that the main thread did not get to its timers. */
  longestDelay: v.number(),
  /** The same in ms that the main thread itself was at work, without what the machine kept from it. */
  longestWork: v.number(),
  /** How many timers went off, by their delay in ms. */
  timers: v.array(v.object({ delay: v.number(), times: v.number() })),
  /** Time since it began, and of it on a processor; in ms. */
  elapsed: v.number(),
  busy: v.number(),
});
export type Probed = v.InferOutput<typeof probedSchema>;
