import type { ApiResult } from './client-port.ts';
import type { Project, TaskList, User } from './task.ts';

/**
 * The signed-in user. `accountId` is the app's own, the same whenever this user signs in; snapshots and changes carry it.
 * `personIds`: the person ids that stand for them, one a project (redbooth-api: assigned_id is a person).
 */
export type Me = { readonly accountId: string; readonly user: User; readonly personIds: ReadonlySet<string> };

/**
 * What is recorded in place of a name that could not be looked up. Texts say it in the language they are in (`knownName`); it stays as it
 * is in the history file and in the lines for operators.
 */
export const unnamed = { person: 'Someone', project: 'another project', list: 'another list' } as const;

/** A recorded name; null where it only stands in for one. */
export const knownName = (kind: keyof typeof unnamed, name: string): string | null =>
  name === unnamed[kind] ? null : name;

/**
 * Who is who, kept in the history file: every answer comes from there when it can, and is asked of the API when an id is
 * unknown. An id the API does not know either gives null, and is not asked again for a while.
 */
export type Directory = {
  /** Read from the API at start and then once an hour, as users rename themselves and join projects; `refresh` asks now. */
  me(options?: { readonly refresh: boolean }): ApiResult<Me>;
  /** Somebody else may be signed in from now on: who the user is, is asked anew. */
  forgetMe(): void;
  user(id: string): ApiResult<User | null>;
  /** The user behind a person id; for an unknown one the project's people are read anew, and the persons of the user. */
  userOfPerson(personId: string, projectId: string): ApiResult<User | null>;
  /** Whether a person id stands for the signed-in user; an unknown person id is looked up first. */
  isMyPerson(personId: string, projectId: string): ApiResult<boolean>;
  project(id: string): ApiResult<Project | null>;
  taskList(id: string): ApiResult<TaskList | null>;
  /**
   * How a user is named in a sentence: the first name, first and last where two known users share the first, with the
   * username where they share both. Never empty.
   */
  shortName(user: User): string;
  /** An organisation the user's tasks belong to, for the link to its web hooks page; null when none is known yet. */
  anyOrganizationId(): string | null;
};
