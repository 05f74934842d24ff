import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { type IconPlace, appIcon } from './icons/app.ts';
import { type SizedPicture, packIco } from './icons/ico.ts';
import { icnsSizes, packIcns } from './icons/icns.ts';
import { trayIcons } from './icons/tray.ts';

// Draws every icon: what the app shows itself into assets/icons, what the installers carry into assets/package. Run by hand
// after a change of the drawing:
//   CHROMIUM=/path/to/chromium node scripts/draw-icons.ts

const folder = (name: string): string => {
  const path = fileURLToPath(new URL(`../assets/${name}`, import.meta.url));
  mkdirSync(path, { recursive: true });
  return path;
};
const shown = folder('icons');
const packaged = folder('package');
const linux = folder('package/icons');

const executablePath = process.env['CHROMIUM'];
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();

const draw = async (svg: string, size: number): Promise<Buffer> => {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
};
const drawSizes = async (place: IconPlace, sizes: readonly number[]): Promise<readonly SizedPicture[]> => {
  const pictures: SizedPicture[] = [];
  for (const size of sizes) pictures.push({ size, png: await draw(appIcon(place, size), size) });
  return pictures;
};

for (const { name, svg, size } of [
  { name: 'app-128.png', svg: appIcon('linux', 128), size: 128 },
  { name: 'notification.png', svg: appIcon('linux', 64), size: 64 },
  ...trayIcons,
])
  writeFileSync(join(shown, name), await draw(svg, size));

writeFileSync(join(packaged, 'icon.svg'), `${appIcon('linux', 1024)}\n`);
for (const { size, png } of await drawSizes('linux', [16, 24, 32, 48, 64, 128, 256, 512]))
  writeFileSync(join(linux, `${size}x${size}.png`), png);
// What Windows asks for at 100, 125, 150 and 200 %: in lists, in the taskbar, on the desktop.
writeFileSync(join(packaged, 'icon.ico'), packIco(await drawSizes('windows', [16, 20, 24, 32, 40, 48, 64, 256])));
writeFileSync(join(packaged, 'icon.icns'), packIcns(await drawSizes('macos', icnsSizes)));
await browser.close();
