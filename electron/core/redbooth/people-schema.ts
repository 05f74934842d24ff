import * as v from 'valibot';
import { id, name, optionalId } from './reply-fields.ts';
import type { Organization, Person, Project, TaskList, User } from './task.ts';

/** A user, also as GET /me shows it: of the private tokens in there (redbooth-api, Others) nothing is read. */
export const userSchema = v.pipe(
  v.object({ id, first_name: name, last_name: name, username: name }),
  v.transform((row): User => ({
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    username: row.username,
  })),
);

/** A person: one user in one project. `user_id` is the member (redbooth-api, GET /people). */
export const personSchema = v.pipe(
  v.object({ id, user_id: id, project_id: id }),
  v.transform((row): Person => ({ id: row.id, userId: row.user_id, projectId: row.project_id })),
);

/** A project. */
export const projectSchema = v.pipe(
  v.object({ id, name, organization_id: optionalId }),
  v.transform((row): Project => ({ id: row.id, name: row.name, organizationId: row.organization_id })),
);

/** An organisation. */
export const organizationSchema = v.pipe(
  v.object({ id, name }),
  v.transform((row): Organization => row),
);

/** A task list. */
export const taskListSchema = v.pipe(
  v.object({ id, name }),
  v.transform((row): TaskList => row),
);
