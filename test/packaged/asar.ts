import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

export type AsarFile = {
  readonly path: string;
  readonly size: number;
  /** Whether the content is what the archive says of it: the digest that Electron checks. */
  readonly isIntact: boolean;
  readonly isUnpacked: boolean;
  readonly content: Buffer;
};

const field = (entry: unknown, name: string): unknown =>
  typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined;

/** The files of an asar: a header of JSON with its length before it in four words, then the files one after another. */
export const readAsar = (path: string): readonly AsarFile[] => {
  const file = openSync(path, 'r');
  const read = (position: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, position) !== length) throw new Error('the archive ends too early');
    return bytes;
  };
  try {
    const sizes = read(0, 16);
    const start = 8 + sizes.readUInt32LE(4);
    const header: unknown = JSON.parse(read(16, sizes.readUInt32LE(12)).toString('utf8'));
    const list = (folder: unknown, parent: string): readonly AsarFile[] =>
      Object.entries(field(folder, 'files') ?? {}).flatMap(([name, entry]) => {
        const own = parent === '' ? name : `${parent}/${name}`;
        if (field(entry, 'files') !== undefined) return list(entry, own);
        const size = Number(field(entry, 'size'));
        const content = read(start + Number(field(entry, 'offset')), size);
        const digest = createHash('sha256').update(content).digest('hex');
        const isIntact = field(field(entry, 'integrity'), 'hash') === digest;
        return [{ path: own, size, isIntact, isUnpacked: field(entry, 'unpacked') === true, content }];
      });
    return list(header, '');
  } finally {
    closeSync(file);
  }
};
