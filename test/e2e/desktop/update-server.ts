import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

export type PublishedRelease = {
  readonly version: string;
  readonly notes?: string;
  /** What the file holds. */
  readonly file: string;
  /** What the published checksum is made of, where that is not the file. */
  readonly checksumOf?: string;
};

/** A place with a release as electron-builder publishes it: a file for each channel that says what the newest is. */
export const startUpdateServer = async () => {
  let release: PublishedRelease | null = null;
  const asked: { readonly path: string; readonly stagingId: string | undefined }[] = [];
  const fileName = (version: string): string => `Redbooth-Notifier-${version}.AppImage`;
  const channel = ({ version, notes = '', file, checksumOf = file }: PublishedRelease): string => {
    const sha512 = createHash('sha512').update(checksumOf).digest('base64');
    // JSON is YAML as well.
    return JSON.stringify({
      version,
      files: [{ url: fileName(version), sha512, size: Buffer.byteLength(file) }],
      path: fileName(version),
      sha512,
      releaseNotes: notes,
      releaseDate: '2026-11-23T09:00:00.000Z',
    });
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const stagingId = request.headers['x-user-staging-id'];
    asked.push({ path, stagingId: typeof stagingId === 'string' ? stagingId : undefined });
    if (release !== null && /^\/latest-linux(-arm64)?\.yml$/.test(path)) return response.end(channel(release));
    if (release !== null && path === `/${fileName(release.version)}`) return response.end(release.file);
    response.writeHead(404);
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    /** The paths that were asked for, with the name by which the app said it is. */
    asked: (): typeof asked => asked,
    publish: (published: PublishedRelease) => {
      release = published;
    },
  };
};
