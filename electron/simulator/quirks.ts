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
  /** Paging headers are recorded, but may be absent. */
  pagingHeaders: boolean;
  /** The documents say 1000, recordings show 30. */
  defaultPerPage: number;
  /** A newer server may say more than is documented. */
  unknownFields: boolean;
  /** Words in recordings, numbers in the documents. */
  personRole: 'word' | 'number';
  /** Whether `/people?user_id=` narrows at all (the documents word it oddly). */
  peopleByUser: boolean;
  /** Whether `/comments` honours `created_from` (undocumented, but sent by a live client). */
  commentsCreatedFrom: boolean;
  /** Whether `/projects` also lists projects of the organization that the user has not joined. */
  listsUnjoinedProjects: boolean;
  /** `updated_by_id` of a task nobody has edited yet. */
  freshTaskUpdatedBy: 'null' | 'creator';
  /** Whether a mere comment makes its author the task's `updated_by_id`. */
  commentSetsUpdatedBy: boolean;
  /** Whether a PUT by API leaves a comment with both sides, as an edit on Redbooth's own page does. */
  apiEditLeavesComment: boolean;
  /** `due_on` of a comment that left it alone: the one recording has null though the task had a date. */
  unchangedDueOn: 'null' | 'current';
  /** Body of a comment that only carries edits. */
  emptyCommentBody: 'empty' | 'null';
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
  /** What a hook URL is asked when it is pasted; it is refused unless it answers 2xx. */
  hookProbe: 'none' | 'GET' | 'HEAD' | 'POST';
  /** When a used refresh token dies. */
  refreshRotation: 'at-once' | 'on-use' | 'never';
  /** Lifetime of access tokens, in seconds. */
  expiresIn: number;
  /** Newer token replies carry `created_at`. */
  tokenCreatedAt: boolean;
  /** Whether the redirect brings `state` back. */
  stateEcho: boolean;
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
  errorBody: 'object',
  notFound: 'json',
  hiddenTask: 'not-found',
  deletedTask: 'not-found',
  listsDeletedTasks: false,
  requestsPerSecond: null,
  retryAfter: null,
  enqueuesFirst: false,
  pagingHeaders: true,
  defaultPerPage: 30,
  unknownFields: false,
  personRole: 'word',
  peopleByUser: true,
  commentsCreatedFrom: true,
  listsUnjoinedProjects: false,
  freshTaskUpdatedBy: 'null',
  commentSetsUpdatedBy: true,
  apiEditLeavesComment: false,
  unchangedDueOn: 'null',
  emptyCommentBody: 'empty',
  hookId: 'text',
  hookContentType: 'application/json',
  hookBatch: false,
  hooksPerEdit: 1,
  commentFiresHook: true,
  privateTaskFiresHook: true,
  hookProbe: 'none',
  refreshRotation: 'at-once',
  expiresIn: 7200,
  tokenCreatedAt: true,
  stateEcho: true,
  redirectUri: 'exact',
  authorization: 'granted',
  latency: 0,
};

/** The statuses in the order of their old numbers, 0 to 4 (redbooth-api, GET /tasks/:id). */
export const statuses: readonly Status[] = ['new', 'open', 'hold', 'resolved', 'rejected'];
