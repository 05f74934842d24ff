/** What a hook says happened; only a hint, as the API decides (a hook is unsigned). */
export type HookAction = 'create' | 'update' | 'delete';

/** Where a hook came from. Nothing behind the journal asks. */
export type HookSource = 'listener' | 'catch-up' | 'replay' | 'team';

/** A hook before it is committed. `taskId` is 1 to 19 digits, the only part of a payload that is ever used. */
export type IncomingHook = {
  readonly taskId: string;
  readonly action: HookAction;
  readonly source: HookSource;
  /** The hook URL it came in by; null for hooks that came another way. */
  readonly hookUrlId: string | null;
  /** By what a team's stream knows it. The journal takes a hook with the same one only once. */
  readonly messageId?: string;
};

/** A committed hook. `id` rises in the order of commits; `receivedAt` is in ms since 1970. */
export type Hook = IncomingHook & { readonly id: string; readonly receivedAt: number };
