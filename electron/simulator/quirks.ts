import type { Status } from './entities.ts';

/**
 * Everything about Redbooth that its documents leave open or that its recordings contradict, one switch each. The
 * defaults are the working assumptions; every other setting is a Redbooth that the app must live with as well.
 */
export type Quirks = {
  /** Recordings show a task as a bare object, the documents in an array of one. */
  taskReply: 'object' | 'array';
  /** Recordings show words, the documents numbers (0 to 4). */
  status: 'word' | 'number';
  /** Ids of all replies: recordings show numbers. */
  ids: 'number' | 'text';
  /** `{"error":{"message"}}` or `{"error":"..."}`: both are documented. */
  errorBody: 'object' | 'text';
  /** Recorded 404s were JSON, or Rails' HTML page. */
  notFound: 'json' | 'html';
  /** How a task answers that exists but that the user may not see. */
  hiddenTask: 'not-found' | 'forbidden';
  /** A deleted task is said to answer 404; old clients also filter `deleted: true`. */
  deletedTask: 'not-found' | 'flagged';
  /** Whether lists still carry deleted tasks, with `deleted: true`. */
  listsDeletedTasks: boolean;
  /** Requests a second before 429 `Retry later`; null for no limit. */
  requestsPerSecond: number | null;
  /** Seconds in the `Retry-After` of a 429; null leaves the header out. */
  retryAfter: number | null;
  /** Answers 202 with `Retry-After` to the first of each request, and the truth only to the next. */
  enqueuesFirst: boolean;
  /** `ETag` on single rows is recorded, but not that `If-None-Match` gets a 304: `ignored` and `none` never do. */
  etag: 'strong' | 'weak' | 'ignored' | 'none';
  /** Whether lists carry `Last-Modified`, and answer 304 to `If-Modified-Since`. In whole seconds; deletions do not alter it. */
  lastModified: boolean;
  /** Paging headers are recorded, but may be absent. */
  pagingHeaders: boolean;
  /** The documents say 1000, recordings show 30. */
  defaultPerPage: number;
  /** The most rows of a page, whatever is asked for: the documents say 1000. */
  highestPerPage: number;
  /** A newer server may say more than is documented. */
  unknownFields: boolean;
  /** Whether a task also lists assignees in the plural (`assigned_ids`, `assigned_user_ids`). */
  multipleAssignees: boolean;
  /** Words in recordings, numbers in the documents. */
  personRole: 'word' | 'number';
  /** Whether `/people?user_id=` narrows at all (the documents word it oddly). */
  peopleByUser: boolean;
  /** Whether `/people` still lists who has left a project. */
  leftPerson: 'gone' | 'listed';
  /** Whether a user who comes back to a project is the person they were. */
  rejoin: 'new-person' | 'same-person';
  /** Whether `/comments` honours `created_from` (undocumented, but sent by a live client). */
  commentsCreatedFrom: boolean;
  /** Whether `/projects` also lists projects of the organization that the user has not joined. */
  listsUnjoinedProjects: boolean;
  /** `updated_by_id` of a task nobody has edited yet. */
  freshTaskUpdatedBy: 'null' | 'creator';
  /** Whether a mere comment makes its author the task's `updated_by_id`. */
  commentSetsUpdatedBy: boolean;
  /** Whether an edit makes its author the task's `updated_by_id`. */
  editSetsUpdatedBy: boolean;
  /** Whether reordering and subtask counters move a task's `updated_at`. */
  noiseUpdatesTask: boolean;
  /** Whether a change of watchers alone moves a task's `updated_at`. */
  watchUpdatesTask: boolean;
  /** Whether editing or deleting a comment moves its task's `updated_at` and fires `update`. */
  commentEditUpdatesTask: boolean;
  /** Whether a PUT by API leaves a comment with both sides, as an edit on Redbooth's own page does. */
  apiEditLeavesComment: boolean;
  /** Whether a move to another project leaves a comment, with the persons of both projects in it. */
  moveLeavesComment: boolean;
  /** Whether `PUT /tasks/:id` writes `due_on` and `urgent` (undocumented); if not, they are ignored. */
  dueOnWritable: boolean;
  /** Whether `PUT /tasks/:id` takes only what changes; if not, it refuses a body without a `name`. */
  partialPut: boolean;
  /** `due_on` of a comment that left it alone: the one recording has null though the task had a date. */
  unchangedDueOn: 'null' | 'current';
  /** Body of a comment that only carries edits. */
  emptyCommentBody: 'empty' | 'null';
  /**
   * How a mention is written: `@username` in `body` and a link in `body_html` (recorded), `@username` in both, or a link
   * in `body_html` and only the person's name in `body`.
   */
  mentionForm: 'link' | 'text' | 'link-only';
  /** `id` in hooks: the sample is a quoted string. */
  hookId: 'text' | 'number';
  hookContentType: 'application/json' | 'text/plain' | 'application/x-www-form-urlencoded';
  /** Whether the one event comes wrapped in an array. */
  hookBatch: boolean;
  /** How many times each hook is sent for one edit. */
  hooksPerEdit: number;
  /** Whether a comment alone fires `update`. */
  commentFiresHook: boolean;
  /** Whether tasks marked private fire hooks at all. */
  privateTaskFiresHook: boolean;
  /** Whether reordering and subtask counters fire `update`. */
  noiseFiresHook: boolean;
  /** Whether a change of watchers alone fires `update`. */
  watchFiresHook: boolean;
  /** Whether a new name of a project or a list fires `update` for each of its tasks. */
  renameFiresHook: boolean;
  /** What a move to another project fires. */
  moveFires: 'update' | 'delete-and-create' | 'nothing';
  /** How often a hook that was not answered with 2xx is sent again. */
  hookRetries: number;
  /** Milliseconds before a hook is sent again. */
  hookRetryDelay: number;
  /** Milliseconds until a hook counts as unanswered (real time, on sockets). */
  hookTimeout: number;
  /** After so many failures one after the other a hook URL is called no more; null for never. */
  hookDisabledAfter: number | null;
  /** What a hook URL is asked when it is pasted; it is refused unless it answers 2xx. */
  hookProbe: 'none' | 'GET' | 'HEAD' | 'POST';
  /** When a used refresh token dies. */
  refreshRotation: 'at-once' | 'on-use' | 'never';
  /** Lifetime of access tokens, in seconds. */
  expiresIn: number;
  /** Newer token replies carry `created_at`. */
  tokenCreatedAt: boolean;
  /** Lifetime of refresh tokens, in seconds; null for none. */
  refreshExpiresIn: number | null;
  /** Whether there is `/oauth2/revoke` (Doorkeeper has it; nobody documents it). */
  revokeEndpoint: boolean;
  /** Whether a `code_challenge` is held against the `code_verifier`, or both are ignored. */
  pkce: 'ignored' | 'checked';
  /** Whether the redirect brings `state` back, or another one. */
  stateEcho: boolean | 'wrong';
  /** Whether the redirect must be one of the registered, or may differ in its port. */
  redirectUri: 'exact' | 'any-port';
  /** What the user says when asked to let the app in. */
  authorization: 'granted' | 'denied';
  /** Milliseconds before every reply. */
  latency: number;
};

export const workingAssumptions: Quirks = {
  taskReply: 'object',
  status: 'word',
  ids: 'number',
  errorBody: 'object',
  notFound: 'json',
  hiddenTask: 'not-found',
  deletedTask: 'not-found',
  listsDeletedTasks: false,
  requestsPerSecond: null,
  retryAfter: null,
  enqueuesFirst: false,
  etag: 'strong',
  lastModified: true,
  pagingHeaders: true,
  defaultPerPage: 30,
  highestPerPage: 1000,
  unknownFields: false,
  multipleAssignees: false,
  personRole: 'word',
  peopleByUser: true,
  leftPerson: 'gone',
  rejoin: 'new-person',
  commentsCreatedFrom: true,
  listsUnjoinedProjects: false,
  freshTaskUpdatedBy: 'null',
  commentSetsUpdatedBy: true,
  editSetsUpdatedBy: true,
  noiseUpdatesTask: true,
  watchUpdatesTask: true,
  commentEditUpdatesTask: true,
  apiEditLeavesComment: false,
  moveLeavesComment: false,
  dueOnWritable: false,
  partialPut: true,
  unchangedDueOn: 'null',
  emptyCommentBody: 'empty',
  mentionForm: 'link',
  hookId: 'text',
  hookContentType: 'application/json',
  hookBatch: false,
  hooksPerEdit: 1,
  commentFiresHook: true,
  privateTaskFiresHook: true,
  noiseFiresHook: true,
  watchFiresHook: true,
  renameFiresHook: false,
  moveFires: 'update',
  hookRetries: 0,
  hookRetryDelay: 60_000,
  hookTimeout: 10_000,
  hookDisabledAfter: null,
  hookProbe: 'none',
  refreshRotation: 'at-once',
  expiresIn: 7200,
  tokenCreatedAt: true,
  refreshExpiresIn: null,
  revokeEndpoint: true,
  pkce: 'ignored',
  stateEcho: true,
  redirectUri: 'exact',
  authorization: 'granted',
  latency: 0,
};

/** The statuses in the order of their old numbers, 0 to 4 (redbooth-api, GET /tasks/:id). */
export const statuses: readonly Status[] = ['new', 'open', 'hold', 'resolved', 'rejected'];
