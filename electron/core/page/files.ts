import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export type PageFile = { readonly body: Buffer; readonly type: string; readonly etag: string };

/** A file of any other kind is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Reads the page's files once into a table of URL path to file. A request is looked up in it and never becomes a file
 * name, so no path can lead outside. Throws when the directory cannot be read: then the app was not built.
 */
export const readPageFiles = (directory: string): ReadonlyMap<string, PageFile> => {
  const files = new Map<string, PageFile>();
  const visit = (folder: string, path: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const place = join(folder, entry.name);
      if (entry.isDirectory()) visit(place, `${path}${entry.name}/`);
      const type = types[extname(entry.name)];
      // Links are neither files nor directories here, so they are left out.
      if (!entry.isFile() || type === undefined) continue;
      const body = readFileSync(place);
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      files.set(`${path}${entry.name}`, { body, type, etag });
    }
  };
  visit(directory, '/');
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
};
