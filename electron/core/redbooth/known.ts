import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from '../database/transaction.ts';
import type { Person, Project, TaskList, User } from './task.ts';

/** A row as it was last read from the API, `readAt` in ms since 1970. */
export type Known<Value> = { readonly value: Value; readonly readAt: number };

/** What the history file holds of users, persons, projects and task lists. Times come from the caller. */
export type KnownNames = {
  user(id: string): Known<User> | null;
  readonly saveUser: (user: User, readAt: number) => void;
  person(id: string): Known<Person> | null;
  personIdsOfUser(userId: string): readonly string[];
  savePeople(people: readonly Person[], readAt: number): void;
  project(id: string): Known<Project> | null;
  readonly saveProject: (project: Project, readAt: number) => void;
  taskList(id: string): Known<TaskList> | null;
  readonly saveTaskList: (taskList: TaskList, readAt: number) => void;
  /** Whether another user has the same first name; upper and lower case count as the same. */
  isFirstNameShared(user: User): boolean;
  /** Whether another user has the same first and last name. */
  isNameShared(user: User): boolean;
  /** The organisation that most of the known projects belong to. */
  commonestOrganizationId(): string | null;
};

const userRow = v.object({
  id: v.string(),
  first_name: v.string(),
  last_name: v.string(),
  username: v.string(),
  read_at: v.number(),
});
const personRow = v.object({ id: v.string(), user_id: v.string(), project_id: v.string(), read_at: v.number() });
const projectRow = v.object({
  id: v.string(),
  name: v.string(),
  organization_id: v.nullable(v.string()),
  read_at: v.number(),
});
const taskListRow = v.object({ id: v.string(), name: v.string(), read_at: v.number() });
const organizationRow = v.object({ organization_id: v.string() });
const idRow = v.object({ id: v.string() });

/** Opens the tables redbooth_user, person, project and task_list. Throws what SQLite throws. */
export const createKnownNames = (database: DatabaseSync): KnownNames => {
  const findUser = database.prepare('SELECT * FROM redbooth_user WHERE id = ?');
  const findPerson = database.prepare('SELECT * FROM person WHERE id = ?');
  const findPersonsOfUser = database.prepare('SELECT id FROM person WHERE user_id = ?');
  const findProject = database.prepare('SELECT * FROM project WHERE id = ?');
  const findTaskList = database.prepare('SELECT * FROM task_list WHERE id = ?');
  const findFirstNamesakes = database.prepare(
    'SELECT 1 FROM redbooth_user WHERE id <> ? AND trim(first_name) = ? COLLATE NOCASE LIMIT 1',
  );
  const findNamesakes = database.prepare(
    'SELECT 1 FROM redbooth_user WHERE id <> ? AND trim(first_name) = ? COLLATE NOCASE AND trim(last_name) = ? COLLATE NOCASE LIMIT 1',
  );
  const findOrganization = database.prepare(
    `SELECT organization_id FROM project WHERE organization_id IS NOT NULL
     GROUP BY organization_id ORDER BY COUNT(*) DESC, MAX(read_at) DESC LIMIT 1`,
  );
  const putUser = database.prepare(
    'INSERT OR REPLACE INTO redbooth_user (id, first_name, last_name, username, read_at) VALUES (?, ?, ?, ?, ?)',
  );
  const putPerson = database.prepare(
    'INSERT OR REPLACE INTO person (id, user_id, project_id, read_at) VALUES (?, ?, ?, ?)',
  );
  const putProject = database.prepare(
    'INSERT OR REPLACE INTO project (id, name, organization_id, read_at) VALUES (?, ?, ?, ?)',
  );
  const putTaskList = database.prepare('INSERT OR REPLACE INTO task_list (id, name, read_at) VALUES (?, ?, ?)');

  return {
    user: (id) => {
      const found = findUser.get(id);
      if (!found) return null;
      const row = v.parse(userRow, found);
      const value = { id: row.id, firstName: row.first_name, lastName: row.last_name, username: row.username };
      return { value, readAt: row.read_at };
    },
    saveUser: (user, readAt) => void putUser.run(user.id, user.firstName, user.lastName, user.username, readAt),
    person: (id) => {
      const found = findPerson.get(id);
      if (!found) return null;
      const row = v.parse(personRow, found);
      return { value: { id: row.id, userId: row.user_id, projectId: row.project_id }, readAt: row.read_at };
    },
    personIdsOfUser: (userId) => findPersonsOfUser.all(userId).map((found) => v.parse(idRow, found).id),
    savePeople: (people, readAt) =>
      transaction(database, () => {
        for (const person of people) putPerson.run(person.id, person.userId, person.projectId, readAt);
      }),
    project: (id) => {
      const found = findProject.get(id);
      if (!found) return null;
      const row = v.parse(projectRow, found);
      return { value: { id: row.id, name: row.name, organizationId: row.organization_id }, readAt: row.read_at };
    },
    saveProject: (project, readAt) => void putProject.run(project.id, project.name, project.organizationId, readAt),
    taskList: (id) => {
      const found = findTaskList.get(id);
      if (!found) return null;
      const row = v.parse(taskListRow, found);
      return { value: { id: row.id, name: row.name }, readAt: row.read_at };
    },
    saveTaskList: (taskList, readAt) => void putTaskList.run(taskList.id, taskList.name, readAt),
    isFirstNameShared: (user) => findFirstNamesakes.get(user.id, user.firstName.trim()) !== undefined,
    isNameShared: (user) => findNamesakes.get(user.id, user.firstName.trim(), user.lastName.trim()) !== undefined,
    commonestOrganizationId: () => {
      const found = findOrganization.get();
      return found ? v.parse(organizationRow, found).organization_id : null;
    },
  };
};
