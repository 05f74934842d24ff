import type { Result } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { Organization, Person, Project, Task, TaskComment, TaskList, User } from './task.ts';

/**
 * Why the API gave no answer. `missing`: 404, or the task says it is deleted. `forbidden`: 403. `signed-out`: no token, or
 * refused for good. `unavailable`: network, 5xx, 429, 202 and replies that cannot be read, after the client's own
 * retries; worth trying later, not before `retryAfter` ms. Of a write also what Redbooth did not take (400, 422). The
 * message says what happened, what it means and what to do; of a comment, whether it may have arrived. It is English, for the log; `words` says the same of a write in
 * any language.
 */
export type ApiFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'signed-out'; readonly message: string }
  | {
      readonly kind: 'unavailable';
      readonly message: string;
      readonly words?: (messages: HostMessages) => string;
      readonly retryAfter: number;
    };

export type ApiResult<Value> = Promise<Result<Value, ApiFailure>>;

/** Redbooth's API, as far as the app needs it. Nothing rejects; ids must be 1 to 19 digits. */
export type RedboothClient = {
  me(): ApiResult<User>;
  task(id: string): ApiResult<Task>;
  /** One page (from 1) of the tasks the user may see, newest `updated_at` first, resolved ones too. */
  recentTasks(page: number, perPage: number): ApiResult<{ readonly tasks: readonly Task[]; readonly isLast: boolean }>;
  /** Comments with an id greater than `after` (all when null), oldest first, at most `limit` of the newest. */
  comments(taskId: string, after: string | null, limit: number): ApiResult<readonly TaskComment[]>;
  people(filter: { readonly projectId?: string; readonly userId?: string }): ApiResult<readonly Person[]>;
  users(filter: { readonly projectId?: string }): ApiResult<readonly User[]>;
  user(id: string): ApiResult<User>;
  project(id: string): ApiResult<Project>;
  projects(): ApiResult<readonly Project[]>;
  /** The organisations that the user belongs to. */
  organizations(): ApiResult<readonly Organization[]>;
  taskList(id: string): ApiResult<TaskList>;
  /** The ids of one page (from 1) of a project's tasks, resolved ones too. */
  taskIds(
    projectId: string,
    page: number,
    perPage: number,
  ): ApiResult<{ readonly ids: readonly string[]; readonly isLast: boolean }>;
  /** Writes a status; answers with the task as Redbooth has it then. Safe to repeat. */
  setTaskStatus(id: string, status: 'open' | 'resolved'): ApiResult<Task>;
  /** Leaves a comment. Sent once: when it may have arrived, it is not sent again by itself. */
  addComment(taskId: string, body: string): ApiResult<null>;
};

/**
 * The bearer token in force. `signed-out`: there is none, and only a person can bring one. `unavailable`: it is being
 * renewed and that does not work just now; worth asking again, not before `retryAfter` ms.
 */
export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unavailable'; readonly retryAfter: number };

/** Where the client gets its token from. Nothing rejects. */
export type AccessTokens = {
  current(): Promise<TokenAnswer>;
  /** The API refused that token. */
  refused(token: string): Promise<void>;
  /** The API answered a question asked with that token. */
  worked(token: string): void;
};

/** What the core asks of `fetch`. A redirect is an error, always. */
export type FetchOptions = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly redirect?: 'error';
  readonly cache?: 'no-store';
  readonly credentials?: 'omit';
};

/** The headers of an answer, by name in any case; null for one that is missing. */
export type ReplyHeaders = { get(name: string): string | null };

type BodyReader = {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
};

/** What the core uses of an answer: the `Response` of fetch has it, and so can something smaller. */
export type FetchReply = {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: { getReader(): BodyReader; cancel(): Promise<void> } | null;
};

/** How the host speaks HTTP: by `node:http`, or Electron's fetch, which follows the system's proxy. */
export type Fetch = (url: string, options: FetchOptions) => Promise<FetchReply>;
