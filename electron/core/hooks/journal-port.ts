import type { Result } from '../../contract/index.ts';
import type { Hook, IncomingHook } from './hook.ts';

/** Why a hook could not be committed. Answered as 503: the sender may try again, and nothing was promised. */
export type JournalFailure = { readonly code: 'journal-unwritable'; readonly message: string };

/** Takes hooks in. Success means committed to disk (synchronous=FULL): it survives any kill from then on. */
export type AppendHook = (hook: IncomingHook) => Promise<Result<Hook, JournalFailure>>;
