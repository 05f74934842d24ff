import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { toPalettePng } from '../../renderer/harness/palette-png.ts';
import { pictureSizes, pictures } from '../../renderer/harness/pictures.ts';
import { ugliness } from '../../renderer/harness/ugliness.ts';
import { chromiumPath } from './chromium.ts';

if (chromiumPath() === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const docs = fileURLToPath(new URL('../../../docs', import.meta.url));
const images = join(docs, 'images');
/** The folder to write the pictures into; without one they are only looked at. */
const wanted = process.env['PICTURES'];

describe.skipIf(chromiumPath() === null)('each state of the window', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startPageBrowser();
    if (wanted !== undefined) mkdirSync(wanted, { recursive: true });
  });
  afterAll(() => browser.dispose());

  it.each(pictures)('looks right: $name', async ({ name, script, size = 'narrow', isDark = false, act }) => {
    const look = { viewport: pictureSizes[size], colorScheme: isDark ? ('dark' as const) : ('light' as const) };
    const { host, page, broken } = await browser.open(script, look);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await act?.(page, host);
    expect(await ugliness(page)).toEqual([]);
    expect(broken).toEqual([]);
    const picture = toPalettePng(await page.screenshot());
    expect(picture.length).toBeLessThan(60_000);
    if (wanted !== undefined) writeFileSync(join(wanted, `${name}.png`), picture);
    // As at 400 % in a window of 1280 px (WCAG 2.2, 1.4.10).
    await page.setViewportSize({ width: 320, height: 480 });
    expect(await ugliness(page)).toEqual([]);
  });

  it('looks the same with few colours', async () => {
    const { page } = await browser.open({}, { viewport: pictureSizes.narrow });
    const picture = await page.screenshot();
    const blank = await page.context().newPage();
    const difference = await blank.evaluate(
      async (addresses) => {
        const pixels = await Promise.all(
          addresses.map(async (address) => {
            const image = new Image();
            image.src = address;
            await image.decode();
            const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
            const context = canvas.getContext('2d');
            context?.drawImage(image, 0, 0);
            return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
          }),
        );
        const [before, after] = pixels;
        if (!before || !after || before.length !== after.length || before.length === 0) return Infinity;
        return before.reduce((sum, value, index) => sum + Math.abs(value - (after[index] ?? 0)), 0) / before.length;
      },
      [picture, toPalettePng(picture)].map((png) => `data:image/png;base64,${png.toString('base64')}`),
    );
    expect(difference).toBeLessThan(1);
  });
});

describe('the pictures in the docs', () => {
  const names = [...pictures.map(({ name }) => `${name}.png`), 'notification.png'].sort();

  it('are those of the states above, and what a notification looks like', () => {
    expect(
      readdirSync(images)
        .filter((name) => name.endsWith('.png'))
        .sort(),
    ).toEqual(names);
  });

  it('are all shown on their page', () => {
    const page = readFileSync(join(docs, 'pictures.md'), 'utf8');
    expect(names.filter((name) => !page.includes(`(images/${name})`))).toEqual([]);
  });

  it('are small', () => {
    const total = names.reduce((sum, name) => sum + statSync(join(images, name)).size, 0);
    expect(total).toBeLessThan(1_000_000);
  });
});
