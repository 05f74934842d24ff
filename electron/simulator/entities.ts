/** What Redbooth keeps, as far as a notifier can see it. Ids are strings here and numbers on the wire; times are ms. */
export type Status = 'new' | 'open' | 'hold' | 'resolved' | 'rejected';

export type User = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** One user in one organization. Admins may edit its web hooks. */
export type Membership = {
  readonly id: string;
  readonly userId: string;
  readonly organizationId: string;
  readonly isAdmin: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type Project = {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly isArchived: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** One user in one project. Tasks are assigned to people, never to users; a task keeps a person who has left. */
export type Person = {
  readonly id: string;
  readonly userId: string;
  readonly projectId: string;
  readonly hasLeft: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type TaskList = {
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  readonly userId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type Task = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly descriptionUserId: string | null;
  readonly status: Status;
  readonly assignedPersonId: string | null;
  /** YYYY-MM-DD */
  readonly dueOn: string | null;
  readonly isUrgent: boolean;
  readonly isPrivate: boolean;
  readonly projectId: string;
  readonly taskListId: string;
  readonly creatorUserId: string;
  readonly updatedByUserId: string | null;
  readonly watcherUserIds: readonly string[];
  readonly position: number;
  readonly commentsCount: number;
  readonly subtasksCount: number;
  readonly resolvedSubtasksCount: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isDeleted: boolean;
};

/** One value before and after; equal when the comment left it alone. */
export type Pair<Value> = { readonly before: Value; readonly after: Value };

export type Comment = {
  readonly id: string;
  readonly taskId: string;
  readonly projectId: string;
  readonly userId: string;
  readonly body: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly status: Pair<Status>;
  readonly assignedPersonId: Pair<string | null>;
  readonly dueOn: Pair<string | null>;
  readonly isUrgent: Pair<boolean>;
  readonly isPrivate: Pair<boolean>;
};
