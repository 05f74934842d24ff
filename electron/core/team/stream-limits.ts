/** How much the stream keeps, and on how many servers. */
export type StreamLimits = { readonly replicas: number; readonly days: number; readonly bytes: number };
