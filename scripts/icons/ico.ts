/** A picture as a PNG file, `size` pixels wide and high. */
export type SizedPicture = { readonly size: number; readonly png: Buffer };

const headerLength = 6;
const entryLength = 16;

/**
 * Windows’ container of one icon in several sizes, at most 256 pixels each, as PNGs: a header, one entry for each picture,
 * then the pictures. Windows reads PNGs in it since Vista.
 * @see https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 */
export const packIco = (pictures: readonly SizedPicture[]): Buffer => {
  const header = Buffer.alloc(headerLength + entryLength * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    if (size > 256) throw new RangeError(`An .ico takes no picture of ${size} pixels`);
    const entry = headerLength + entryLength * index;
    // One byte each: 256 is written as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
};
