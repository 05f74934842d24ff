import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageFile } from '../core/page/files.ts';

/** Answers with a file, or with nothing when the browser has this very one. */
export const answerFile = (
  request: IncomingMessage,
  response: ServerResponse,
  { body, type, etag }: PageFile,
): void => {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', etag);
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
};
