import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packIco } from '../../scripts/icons/ico.ts';
import { packIcns } from '../../scripts/icons/icns.ts';
import { trayIcons } from '../../scripts/icons/tray.ts';

const assets = fileURLToPath(new URL('../../assets', import.meta.url));

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The width and height that a PNG says it has; it has to be one with colours and transparency, 8 bits each. */
const sizeOfPng = (png: Buffer): readonly [number, number] => {
  expect(png.subarray(0, 8).equals(pngStart)).toBe(true);
  expect([png.readUInt8(24), png.readUInt8(25)]).toEqual([8, 6]);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

const readIco = (file: Buffer): readonly { readonly said: number; readonly png: Buffer }[] => {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const offset = file.readUInt32LE(entry + 12);
    expect(file.readUInt16LE(entry + 6)).toBe(32);
    return { said: file.readUInt8(entry) || 256, png: file.subarray(offset, offset + file.readUInt32LE(entry + 8)) };
  });
};

const readIcns = (file: Buffer): ReadonlyMap<string, Buffer> => {
  expect(file.toString('ascii', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const pictures = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
    pictures.set(file.toString('ascii', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
  return pictures;
};

describe('the icon of Windows', () => {
  const pictures = readIco(readFileSync(`${assets}/package/icon.ico`));

  it('has a picture for each size that Windows asks for', () => {
    expect(pictures.map(({ said }) => said)).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  });

  it('has pictures of the size that it says', () => {
    for (const { said, png } of pictures) expect(sizeOfPng(png)).toEqual([said, said]);
  });
});

describe('the icon of macOS', () => {
  it('has a picture of the right size for each kind', () => {
    const sizes = [...readIcns(readFileSync(`${assets}/package/icon.icns`))].map(([kind, png]) => [
      kind,
      sizeOfPng(png)[0],
    ]);
    expect(Object.fromEntries(sizes)).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });
});

describe('the icons of Linux', () => {
  it.each(readdirSync(`${assets}/package/icons`))('%s has the size in its name', (name) => {
    const [width, height] = sizeOfPng(readFileSync(`${assets}/package/icons/${name}`));
    expect(name).toBe(`${width}x${height}.png`);
  });
});

describe('the icons of the tray', () => {
  it('are what the script draws, in the size that it says', () => {
    const shown = readdirSync(`${assets}/icons`).filter((name) => name.startsWith('tray-'));
    expect(shown.toSorted()).toEqual(trayIcons.map(({ name }) => name).toSorted());
    for (const { name, size } of trayIcons)
      expect(sizeOfPng(readFileSync(`${assets}/icons/${name}`))).toEqual([size, size]);
  });
});

describe('a container', () => {
  const png = Buffer.concat([pngStart, Buffer.alloc(20)]);

  it('takes each picture whole', () => {
    const pictures = [16, 256].map((size) => ({ size, png: Buffer.concat([png, Buffer.from([size % 256])]) }));
    expect(
      readIco(packIco(pictures)).map((picture) => ({ size: picture.said, png: Buffer.from(picture.png) })),
    ).toEqual(pictures);
  });

  it('refuses a size that it has no place for', () => {
    expect(() => packIco([{ size: 512, png }])).toThrow('512');
    expect(() => packIcns([{ size: 48, png }])).toThrow('48');
  });
});
