import type { ApiHandler, ApiParts } from './api-handler.ts';
import type { User } from './entities.ts';
import { type Reply, json } from './http.ts';
import { pageOf } from './paging.ts';
import type { WireRow } from './wire.ts';

type Row = { readonly id: string; readonly createdAt: number };

/** Who and what there is, each as a list and by id: /me, /users, /people, /projects, /task_lists, /organizations. */
export const createDirectoryApi = ({ world, wire, quirks, replies }: ApiParts): ApiHandler => {
  const listOrShow = <Entity extends Row>(
    id: string | null,
    query: URLSearchParams,
    rows: readonly Entity[],
    write: (row: Entity) => WireRow,
  ): Reply => {
    if (id !== null) {
      const row = rows.find((candidate) => candidate.id === id);
      return row ? json(200, write(row)) : replies.notFound();
    }
    const createdAt = (row: Entity): number => row.createdAt;
    return pageOf({ rows, keys: { created_at: createdAt, updated_at: createdAt }, query, quirks, write });
  };
  const hasJoined = (user: User, projectId: string): boolean => world.personOf(user.id, projectId) !== undefined;

  return ({ request: { query }, user, method, resource, id }) => {
    if (method !== 'GET') return null;
    const projectId = query.get('project_id');
    const inProject = (row: { readonly projectId: string }): boolean =>
      hasJoined(user, row.projectId) && (projectId === null || row.projectId === projectId);
    switch (resource) {
      case 'me':
        return json(200, wire.me(user));
      case 'users':
        return listOrShow(
          id,
          query,
          [...world.users.values()].filter(
            (candidate) => projectId === null || (hasJoined(user, projectId) && hasJoined(candidate, projectId)),
          ),
          wire.user,
        );
      case 'people': {
        const userId = quirks.peopleByUser ? query.get('user_id') : null;
        return listOrShow(
          id,
          query,
          [...world.people.values()].filter(
            (person) => inProject(person) && (userId === null || person.userId === userId),
          ),
          wire.person,
        );
      }
      case 'projects':
        return listOrShow(
          id,
          query,
          [...world.projects.values()].filter(
            (project) => hasJoined(user, project.id) || (id === null && quirks.listsUnjoinedProjects),
          ),
          wire.project,
        );
      case 'task_lists':
        return listOrShow(id, query, [...world.taskLists.values()].filter(inProject), wire.taskList);
      case 'organizations':
        return listOrShow(id, query, [world.organization], wire.organization);
      default:
        return null;
    }
  };
};
