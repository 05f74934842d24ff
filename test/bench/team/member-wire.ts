import * as v from 'valibot';

/** What a process of members (members.ts) is to do. */
export const memberRequestSchema = v.variant('ask', [
  v.object({ ask: v.literal('start'), servers: v.string(), seeds: v.array(v.string()), hooks: v.number() }),
  v.object({ ask: v.literal('tell') }),
]);
export type MemberRequest = v.InferOutput<typeof memberRequestSchema>;

/** How the members of a process are. */
export const memberAnswerSchema = v.object({
  online: v.number(),
  /** The codes of what keeps the others from it. */
  troubles: v.array(v.string()),
  /** Hooks that were committed to their journals, all of them together. */
  committed: v.number(),
  /** What the stream handed out again and the journals knew by its message id. */
  known: v.number(),
  /** How often members noticed that hooks were missed. */
  gaps: v.number(),
  /** For each hook: in how many journals it is, and in how many more than once. */
  arrived: v.array(v.number()),
  doubled: v.number(),
  /** From the post to the commit: how many took so many ms, for each hook. Pairs of ms and times. */
  delays: v.array(v.object({ part: v.picklist(['before', 'after']), milliseconds: v.number(), times: v.number() })),
});
export type MemberAnswer = v.InferOutput<typeof memberAnswerSchema>;

/** A task id that says which hook it is, and when it was posted. At most 19 digits. */
export const taskIdOf = (index: number, postedAt: number): string =>
  `${Math.round(postedAt)}${String(index).padStart(6, '0')}`;

export const readTaskId = (taskId: string): { readonly index: number; readonly postedAt: number } => ({
  index: Number(taskId.slice(-6)),
  postedAt: Number(taskId.slice(0, -6)),
});

/** The part of the hooks after which the first process is killed; delays are told for those before it and for the others. */
export const calmPart = 0.4;
