// Pictures of the page in its states, to look at: node test/renderer/harness/screenshots.ts <folder>
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { openView } from './open-view.ts';
import { type PageHostScript, startPageHost } from './page-host.ts';
import { sampleTunnelSettings } from './sample-tunnel.ts';
import { nothingYet, sampleNow, sampleOverview, sampleRows, troubledOverview } from './sample.ts';

const folder = process.argv[2] ?? 'page-pictures';
mkdirSync(folder, { recursive: true });

const busy = { overview: sampleOverview, rows: sampleRows, isSignedIn: true };
const states: Readonly<Record<string, PageHostScript>> = {
  busy,
  details: busy,
  hover: busy,
  pause: busy,
  reach: busy,
  keys: busy,
  connect: busy,
  organizations: busy,
  rotate: busy,
  revoke: busy,
  menu: busy,
  tunnel: busy,
  'tunnel-url': {
    ...busy,
    answers: {
      'choose-tunnel': {
        ok: false,
        failure: {
          code: 'settings-invalid',
          message: 'Plain http is for this computer alone. Enter an address that starts with https://.',
        },
      },
    },
  },
  'tunnel-fixed': {
    ...busy,
    overview: troubledOverview,
    tunnelSettings: { ...sampleTunnelSettings, isFixed: true },
  },
  requests: busy,
  'request-body': busy,
  'no-requests': { ...busy, answers: { 'received-requests': { ok: true, value: [] } } },
  lost: busy,
  trouble: { overview: troubledOverview, rows: sampleRows, isSignedIn: true },
  empty: { ...nothingYet, isSignedIn: true },
  waiting: { ...nothingYet, isSignedIn: true },
  'signed-out': { ...busy, isSignedIn: false },
};
const acts: Partial<Record<string, (page: Page) => Promise<void>>> = {
  details: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('d');
  },
  hover: (page) => page.hover('.change >> nth=2'),
  pause: (page) => page.click('[aria-label="Pause notifications"]'),
  reach: (page) => page.click('.pill'),
  keys: (page) => page.keyboard.press('?'),
  connect: (page) => page.click('[aria-label="Connect Redbooth"]'),
  organizations: async (page) => {
    await page.click('[aria-label="Connect Redbooth"]');
    await page.locator('.organizations').scrollIntoViewIfNeeded();
    await page.locator('.steps').scrollIntoViewIfNeeded();
  },
  rotate: async (page) => {
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Make a new URL for “Acme”"]');
  },
  menu: (page) => page.click('[aria-label="More views"]'),
  tunnel: (page) => openView(page, 'How hooks reach you'),
  'tunnel-url': async (page) => {
    await openView(page, 'How hooks reach you');
    await page.getByLabel('At an address of your own').check();
    await page.getByLabel('Public address').fill('http://hooks.example.com');
    await page.click('.tunnel-save .button-main');
    await page.waitForSelector('.field-failure');
  },
  'tunnel-fixed': (page) => openView(page, 'How hooks reach you'),
  requests: (page) => openView(page, 'Requests received'),
  'request-body': async (page) => {
    await openView(page, 'Requests received');
    await page.click('.request-main >> nth=0');
    await page.click('.request-main >> nth=2');
  },
  'no-requests': (page) => openView(page, 'Requests received'),
  waiting: (page) => page.click('.button-main'),
  revoke: async (page) => {
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Revoke “Acme”"]');
  },
};
const sizes = { narrow: { width: 360, height: 640 }, wide: { width: 1100, height: 720 } };
const only = process.argv.slice(3);

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const [name, script] of Object.entries(states)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const host = await startPageHost({ ...script });
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', timezoneId: 'UTC' });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(`${name}: ${message.text()}`);
      });
      page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
      await page.clock.install({ time: sampleNow });
      await page.goto(host.address);
      await page.waitForSelector('.change, .empty .button, .sign-in');
      await acts[name]?.(page);
      if (name === 'lost') {
        host.hangUp();
        await page.waitForSelector('.pill-bad');
      }
      await page.clock.runFor(500);
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
      await context.close();
    }
  }
  await host.dispose();
}
await browser.close();
