import { createHash } from 'node:crypto';
import type { ApiHandler, ApiParts } from './api-handler.ts';
import { createCommentsApi } from './api-comments.ts';
import { createDirectoryApi } from './api-directory.ts';
import { createTasksApi } from './api-tasks.ts';
import type { Reply, Request } from './http.ts';
import type { Quirks } from './quirks.ts';
import { createReplies } from './replies.ts';
import type { Tokens } from './tokens.ts';

const apiPath = /^\/api\/3\/([a-z_]+)(?:\/(\d{1,19}))?$/;

const bearerOf = ({ headers, query }: Request): string =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? query.get('access_token') ?? '';

const strong = (etag: string): string => etag.replace(/^W\//, '');

/** Single rows carry an ETag, and a client that has that version already is told so. */
const withEtag = (request: Request, reply: Reply, kind: Quirks['etag']): Reply => {
  if (request.method !== 'GET' || reply.status !== 200 || kind === 'none') return reply;
  const hash = createHash('sha256').update(reply.body).digest('hex').slice(0, 32);
  const etag = `${kind === 'weak' ? 'W/' : ''}"${hash}"`;
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => strong(one.trim()));
  return kind !== 'ignored' && known.includes(strong(etag))
    ? { status: 304, headers: { etag }, body: '' }
    : { ...reply, headers: { ...reply.headers, etag } };
};

/** Redbooth's API v3, as far as redbooth-api.md knows it. Returns null for paths outside `/api/`. */
export const createApi = (
  options: Omit<ApiParts, 'replies'> & { readonly tokens: Tokens },
): ((request: Request) => Reply | null) => {
  const { world, quirks, tokens } = options;
  const replies = createReplies(quirks);
  const parts: ApiParts = { ...options, replies };
  const handlers: readonly ApiHandler[] = [createTasksApi(parts), createCommentsApi(parts), createDirectoryApi(parts)];

  return (request) => {
    if (!request.path.startsWith('/api/')) return null;
    const token = tokens.check(bearerOf(request));
    if (!token.ok) return replies.unauthorized(token.reason);
    const user = world.users.get(token.userId);
    if (!user) return replies.unauthorized('invalid');
    const [, resource, id = null] = apiPath.exec(request.path) ?? [];
    if (resource === undefined) return replies.notFound();
    for (const handle of handlers) {
      const reply = handle({ request, user, method: request.method, resource, id });
      if (reply) return id === null ? reply : withEtag(request, reply, quirks.etag);
    }
    return replies.notFound();
  };
};
