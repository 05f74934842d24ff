import type { SizedPicture } from './ico.ts';

/**
 * The kinds of picture in an .icns that hold a PNG on every macOS that runs the app. Those for 16 and 32 pixels on plain
 * screens do not; macOS scales these down itself.
 * @see https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */
const kindsBySize: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic13', 'ic08'],
  512: ['ic14', 'ic09'],
  1024: ['ic10'],
};

/** The sizes, in pixels, that an .icns is made of. */
export const icnsSizes: readonly number[] = Object.keys(kindsBySize).map(Number);

const chunk = (kind: string, content: Buffer): Buffer => {
  const header = Buffer.alloc(8);
  header.write(kind, 'ascii');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
};

/** macOS’ container of one icon in several sizes, as PNGs; 512 pixels stand for 256 on a fine screen too. */
export const packIcns = (pictures: readonly SizedPicture[]): Buffer =>
  chunk(
    'icns',
    Buffer.concat(
      pictures.flatMap(({ size, png }) => {
        const kinds = kindsBySize[size];
        if (kinds === undefined) throw new RangeError(`An .icns takes no picture of ${size} pixels`);
        return kinds.map((kind) => chunk(kind, png));
      }),
    ),
  );
