/** How much the stream keeps, and on how many servers. */
export type StreamLimits = { readonly replicas: number; readonly days: number; readonly bytes: number };

/** How many messages a member's consumer hands out before one of them is acknowledged. */
export const mostUnacknowledged = 256;
