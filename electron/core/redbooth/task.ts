/** A task as the API shows it, read once through a schema. Ids are strings; times are ms since 1970. */
export type Task = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly status: string;
  /** A person id (a user in one project), not a user id: redbooth-api, GET /tasks/:id. */
  readonly assignedPersonId: string | null;
  /** YYYY-MM-DD, no time and no zone. */
  readonly dueOn: string | null;
  readonly isUrgent: boolean;
  readonly isPrivate: boolean;
  readonly projectId: string;
  readonly taskListId: string | null;
  /** User ids. */
  readonly creatorUserId: string | null;
  readonly updatedByUserId: string | null;
  readonly watcherUserIds: readonly string[];
  readonly commentsCount: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** One value before and after, as a comment of Redbooth carries it. */
export type Edit<Value> = { readonly before: Value; readonly after: Value };

/** A comment on a task: Redbooth's own change log. An edit is present only where the comment changed that field. */
export type TaskComment = {
  readonly id: string;
  readonly userId: string | null;
  readonly body: string;
  /** Usernames that Redbooth itself marked as mentioned. */
  readonly markedUsernames: readonly string[];
  readonly createdAt: number;
  readonly status: Edit<string> | null;
  readonly assignedPersonId: Edit<string | null> | null;
  readonly dueOn: Edit<string | null> | null;
  readonly isUrgent: Edit<boolean> | null;
  readonly isPrivate: Edit<boolean> | null;
};

export type Person = { readonly id: string; readonly userId: string; readonly projectId: string };
export type User = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
};
export type Project = { readonly id: string; readonly name: string; readonly organizationId: string | null };
export type Organization = { readonly id: string; readonly name: string };
export type TaskList = { readonly id: string; readonly name: string };
