/** What the user wants done to a task. */
export type Wish = { readonly kind: 'resolve' | 'reopen' } | { readonly kind: 'comment'; readonly body: string };

/** Two clicks that want the same have the same key. */
export const wishKey = (wish: Wish): string => (wish.kind === 'comment' ? `comment ${wish.body}` : wish.kind);

/** The status that a wish writes (redbooth-api, PUT /tasks/:id); null for a comment. */
export const statusOf = (wish: Wish): 'open' | 'resolved' | null =>
  wish.kind === 'comment' ? null : wish.kind === 'resolve' ? 'resolved' : 'open';
