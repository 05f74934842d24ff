import * as v from 'valibot';

/** What the app of a soak (soak-app.ts) is told to do. */
export const soakRequestSchema = v.picklist(['wake', 'state', 'prune', 'measure']);
export type SoakRequest = v.InferOutput<typeof soakRequestSchema>;

/** What the app holds at a moment of rest. Sizes are in bytes. */
export const heldSchema = v.object({
  sockets: v.number(),
  servers: v.number(),
  timers: v.number(),
  files: v.number(),
  memory: v.number(),
  resident: v.number(),
  database: v.number(),
  /** Rows of hooks, changes, notifications and snapshots. */
  rows: v.number(),
});
export type Held = v.InferOutput<typeof heldSchema>;

export const soakAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('started'), localUrl: v.string() }),
  v.object({ kind: v.literal('hook-url'), url: v.string() }),
  v.object({ kind: v.literal('error'), code: v.string(), message: v.string() }),
  /** `waiting` hooks are not settled yet. */
  v.object({ kind: v.literal('state'), isOnline: v.boolean(), waiting: v.number() }),
  v.object({ kind: v.literal('done') }),
  v.object({ kind: v.literal('held'), held: heldSchema, recorded: v.number(), raised: v.number() }),
]);
export type SoakAnswer = v.InferOutput<typeof soakAnswerSchema>;
