import * as v from 'valibot';

/**
 * One request that reached the hook listener. Never holds a secret: no path, and a body only of requests that came by a
 * hook URL. Times are ms since 1970, `duration` is in ms, `size` in bytes. `story` says in a sentence what became of it.
 */
export const receivedRequestSchema = v.object({
  id: v.string(),
  at: v.number(),
  method: v.string(),
  status: v.number(),
  duration: v.number(),
  size: v.number(),
  userAgent: v.nullable(v.string()),
  hookUrlName: v.nullable(v.string()),
  body: v.nullable(v.string()),
  isBodyCut: v.boolean(),
  story: v.string(),
  canReplay: v.boolean(),
});

export type ReceivedRequestView = v.InferOutput<typeof receivedRequestSchema>;
