import { type Reply, html, json } from './http.ts';
import type { Quirks } from './quirks.ts';
import type { WireRow } from './wire.ts';

/** The API's refusals, in the shapes that the documents and the recordings show. */
export const createReplies = (quirks: Quirks) => {
  const refuse = (status: number, message: string, more: WireRow = {}, headers: Record<string, string> = {}): Reply =>
    json(status, { error: quirks.errorBody === 'text' ? message : { message, ...more } }, headers);

  return {
    notFound: (): Reply =>
      quirks.notFound === 'html'
        ? html(
            404,
            '<!DOCTYPE html>\n<html lang="en"><head><title>Not Found</title></head><body><h1>Routing Error</h1></body></html>',
          )
        : refuse(404, 'Not Found'),
    /** What the documents show for DELETE (tasks.md). */
    taskNotFound: (): Reply => json(404, { error: 'Task not found' }),
    forbidden: (): Reply => refuse(403, 'Forbidden'),
    badRequest: (errors: WireRow): Reply => refuse(400, 'Bad Request', { errors }),
    unprocessable: (): Reply => json(422, { error: 'Unprocessable Entity' }),
    unauthorized: (reason: 'expired' | 'revoked' | 'invalid'): Reply =>
      refuse(
        401,
        'Unauthorized',
        {},
        {
          'www-authenticate': `Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token ${
            reason === 'invalid' ? 'is invalid' : `was ${reason}`
          }"`,
        },
      ),
  };
};

export type Replies = ReturnType<typeof createReplies>;
