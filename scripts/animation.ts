import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Page, chromium } from 'playwright-core';
import * as v from 'valibot';

/**
 * Makes docs/images/demo.gif from the demo as it runs: changes come in, one is opened, and its task is resolved. Run it after
 * `npm run build`; needs a Chromium (CHROMIUM names it) and ImageMagick.
 */
const size = { width: 900, height: 560 };
const frameMilliseconds = 500;
const readyLine = v.pipe(v.string(), v.parseJson(), v.object({ event: v.literal('ready'), uiUrl: v.string() }));

const frames = mkdtempSync(join(tmpdir(), 'animation-'));
let count = 0;
const film = async (page: Page, seconds: number): Promise<void> => {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    const next = Date.now() + frameMilliseconds;
    await page.screenshot({ path: join(frames, `${String(count).padStart(3, '0')}.png`) });
    count += 1;
    await page.waitForTimeout(Math.max(0, next - Date.now()));
  }
};

const host = spawn(process.execPath, ['dist/headless.js', '--demo', '--json', '--ui-port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  let address: string | null = null;
  for await (const line of createInterface({ input: host.stdout })) {
    const ready = v.safeParse(readyLine, line);
    if (!ready.success) continue;
    address = ready.output.uiUrl;
    break;
  }
  if (address === null) throw new Error('the demo did not start');
  host.stdout.resume();
  const page = await browser.newPage({ viewport: size, locale: 'en-GB', reducedMotion: 'reduce' });
  await page.goto(address);
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.waitForSelector('.change');
  await film(page, 7);
  await page.locator('.change').first().click();
  await film(page, 4);
  const resolve = page.getByRole('button', { name: 'Mark resolved' }).first();
  if (await resolve.isVisible()) await resolve.click();
  await film(page, 3);
} finally {
  await browser.close();
  host.kill();
}

const pictures = Array.from({ length: count }, (_, index) => join(frames, `${String(index).padStart(3, '0')}.png`));
const delay = String(frameMilliseconds / 10);
execFileSync('convert', [
  '-delay',
  delay,
  '-loop',
  '0',
  ...pictures,
  '-resize',
  '720x',
  '+dither',
  '-colors',
  '96',
  '-layers',
  'optimize',
  'docs/images/demo.gif',
]);
rmSync(frames, { recursive: true, force: true });
