import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** `damaged`: it is not one of the files that were published. */
export type Replaced = 'replaced' | 'damaged';

/**
 * Puts the AppImage `file` in the place of `target`, under the same name, so that whatever starts it goes on doing so. It is
 * copied beside it and renamed, so that there is a whole app at every moment; the running one keeps its own file until it
 * ends. `checksums` are the published ones (SHA-512, base64). Rejects when the folder cannot be written or the disk is full;
 * `target` is then as it was.
 */
export const replaceAppImage = async (
  file: string,
  target: string,
  checksums: readonly string[],
): Promise<Replaced> => {
  const place = await realpath(target);
  const beside = join(dirname(place), `.redbooth-notifier-${process.pid}.part`);
  const hash = createHash('sha512');
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(file), hashing, createWriteStream(beside, { mode: 0o755 }));
    if (!checksums.includes(hash.digest('base64'))) return 'damaged';
    const written = await open(beside, 'r+');
    try {
      await written.chmod(0o755);
      await written.sync();
    } finally {
      await written.close();
    }
    await rename(beside, place);
    return 'replaced';
  } finally {
    await rm(beside, { force: true });
  }
};
