import type { Actions } from './actions.ts';
import type { User } from './entities.ts';
import type { Reply, Request } from './http.ts';
import type { Quirks } from './quirks.ts';
import type { Replies } from './replies.ts';
import type { Wire } from './wire.ts';
import type { World } from './world.ts';

/** A call of the API by a user, its path already taken apart: `/api/3/tasks/17` is `tasks` and `17`. */
type ApiCall = {
  readonly request: Request;
  readonly user: User;
  readonly method: string;
  readonly resource: string;
  readonly id: string | null;
};

export type ApiParts = {
  readonly world: World;
  readonly wire: Wire;
  readonly quirks: Quirks;
  readonly replies: Replies;
  readonly actions: Actions;
};

/** Answers the calls it knows; null for all others. */
export type ApiHandler = (call: ApiCall) => Reply | null;
