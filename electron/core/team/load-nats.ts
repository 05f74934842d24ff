/** What speaks to NATS. Loaded when first needed: whoever has no team's stream neither loads nor waits for it. */
export const loadNats = () => import('./nats.ts');

export type Nats = Awaited<ReturnType<typeof loadNats>>;
