import type { ApiHandler, ApiParts } from './api-handler.ts';
import type { User } from './entities.ts';
import { type Reply, type Request, json } from './http.ts';
import { pageOf } from './paging.ts';
import type { WireRow } from './wire.ts';

type Row = { readonly id: string; readonly createdAt: number; readonly updatedAt: number };

/**
 * Who and what there is, each as a list and by id: /me, /users, /people, /projects, /task_lists, /organizations,
 * /memberships.
 */
export const createDirectoryApi = ({ world, wire, quirks, replies }: ApiParts): ApiHandler => {
  const listOrShow = <Entity extends Row>(
    id: string | null,
    request: Request,
    rows: readonly Entity[],
    write: (row: Entity) => WireRow,
  ): Reply => {
    if (id !== null) {
      const row = rows.find((candidate) => candidate.id === id);
      return row ? json(200, write(row)) : replies.notFound();
    }
    const keys = { created_at: (row: Entity) => row.createdAt, updated_at: (row: Entity) => row.updatedAt };
    return pageOf({ rows, keys, request, quirks, write });
  };
  const isMember = (user: User, organizationId: string): boolean =>
    world.membershipOf(user.id, organizationId) !== undefined;
  const hasJoined = (user: User, projectId: string): boolean => world.personOf(user.id, projectId) !== undefined;

  return ({ request, user, method, resource, id }) => {
    if (method !== 'GET') return null;
    const { query } = request;
    const projectId = query.get('project_id');
    const organizationId = query.get('organization_id');
    const inProject = (row: { readonly projectId: string }): boolean =>
      hasJoined(user, row.projectId) && (projectId === null || row.projectId === projectId);
    switch (resource) {
      case 'me':
        return json(200, wire.me(user));
      case 'users':
        return listOrShow(
          id,
          request,
          [...world.users.values()].filter(
            (candidate) =>
              world.canMeet(user, candidate) &&
              (projectId === null || (hasJoined(user, projectId) && hasJoined(candidate, projectId))),
          ),
          wire.user,
        );
      case 'people': {
        const userId = quirks.peopleByUser ? query.get('user_id') : null;
        return listOrShow(
          id,
          request,
          [...world.people.values()].filter(
            (person) =>
              inProject(person) &&
              (!person.hasLeft || quirks.leftPerson === 'listed') &&
              (userId === null || person.userId === userId),
          ),
          wire.person,
        );
      }
      case 'projects':
        return listOrShow(
          id,
          request,
          [...world.projects.values()].filter(
            (project) =>
              isMember(user, project.organizationId) &&
              (organizationId === null || project.organizationId === organizationId) &&
              (hasJoined(user, project.id) || (id === null && quirks.listsUnjoinedProjects)),
          ),
          wire.project,
        );
      case 'task_lists':
        return listOrShow(id, request, [...world.taskLists.values()].filter(inProject), wire.taskList);
      case 'organizations':
        return listOrShow(
          id,
          request,
          [...world.organizations.values()].filter((organization) => isMember(user, organization.id)),
          wire.organization,
        );
      case 'memberships':
        return listOrShow(
          id,
          request,
          [...world.memberships.values()].filter(
            (membership) =>
              isMember(user, membership.organizationId) &&
              (organizationId === null || membership.organizationId === organizationId),
          ),
          wire.membership,
        );
      default:
        return null;
    }
  };
};
