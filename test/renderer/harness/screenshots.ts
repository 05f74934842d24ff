// Pictures of the page in its states, to look at: node test/renderer/harness/screenshots.ts <folder>
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { openView } from './open-view.ts';
import { type PageHostScript, startPageHost } from './page-host.ts';
import {
  applicationKept,
  overviewWith,
  sampleExpired,
  sampleFailed,
  sampleFromEnvironment,
  sampleSignedOut,
  sampleWaiting,
  withoutKeyring,
} from './sample-account.ts';
import { sampleTunnelSettings } from './sample-tunnel.ts';
import {
  manyRows,
  nothingYet,
  pollingOverview,
  rowsOfTwoOrganizations,
  sampleNow,
  sampleOverview,
  sampleRow,
  sampleRows,
  troubledOverview,
} from './sample.ts';

const folder = process.argv[2] ?? 'page-pictures';
mkdirSync(folder, { recursive: true });

const busy = { overview: sampleOverview, rows: sampleRows, isSignedIn: true };
const signedOut = { overview: overviewWith(sampleSignedOut), rows: [], isSignedIn: true };
const states: Readonly<Record<string, PageHostScript>> = {
  busy,
  details: busy,
  search: busy,
  'nothing-found': busy,
  'by-project': busy,
  'all-read': busy,
  hover: busy,
  focus: busy,
  comment: busy,
  'comment-failed': {
    ...busy,
    answers: {
      'comment-on-task': {
        ok: false,
        failure: {
          code: 'task-not-changed',
          message:
            'Redbooth does not answer, so the comment may or may not have arrived. Look at the task before you try again.',
        },
      },
    },
  },
  resolved: busy,
  resolving: { ...busy, answers: { 'resolve-task': new Promise<never>(() => undefined) } },
  'resolve-failed': {
    ...busy,
    answers: {
      'resolve-task': {
        ok: false,
        failure: {
          code: 'task-not-changed',
          message: 'Redbooth did not let you resolve this task. Ask somebody who may change it.',
        },
      },
    },
  },
  'two-organizations': { ...busy, rows: rowsOfTwoOrganizations },
  polling: { ...busy, overview: pollingOverview },
  'polling-reach': { ...busy, overview: pollingOverview },
  'polling-tunnel': { ...busy, overview: pollingOverview },
  'polling-connect': { ...busy, overview: pollingOverview },
  'polling-empty': { ...busy, overview: { ...pollingOverview, unread: 0 }, rows: [] },
  'poll-instead': {
    ...busy,
    overview: {
      ...sampleOverview,
      notices: [
        {
          id: 'no-hooks',
          tone: 'warn',
          title: 'No hook has come yet',
          body: 'Tasks changed in Redbooth, but no hook came. The hook is probably not set up there.',
          actions: ['show-hook-urls', 'poll-instead', 'dismiss'],
        },
      ],
    },
  },
  settings: { ...busy, systemSettings: { startsAtLogin: true, trayIcon: 'auto', playsSounds: true } },
  'settings-rules': busy,
  'settings-quiet-hours': busy,
  'settings-polling': { ...busy, overview: pollingOverview },
  'row-menu': busy,
  muted: busy,
  quiet: { ...busy, overview: { ...sampleOverview, quiet: { until: sampleNow + 52_200_000 } } },
  fresh: { ...busy, rows: manyRows(500) },
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
  account: busy,
  'account-expired': { ...busy, overview: overviewWith(sampleExpired), signInSettings: applicationKept },
  'account-environment': { ...busy, overview: overviewWith(sampleFromEnvironment) },
  'account-missing': signedOut,
  'sign-in': signedOut,
  'sign-in-end': { ...signedOut, signInSettings: withoutKeyring },
  'sign-in-refused': {
    ...signedOut,
    answers: {
      'save-application': {
        ok: false,
        failure: {
          code: 'secrets-unwritable',
          message: 'The keyring is locked, so the secret could not be kept. Unlock it and save again.',
        },
      },
    },
  },
  'sign-in-ready': { ...signedOut, signInSettings: applicationKept },
  'sign-in-change': { ...signedOut, signInSettings: applicationKept },
  'sign-in-waiting': {
    ...signedOut,
    overview: overviewWith({ ...sampleSignedOut, signIn: sampleWaiting }),
    signInSettings: applicationKept,
  },
  'sign-in-failed': {
    ...signedOut,
    overview: overviewWith({ ...sampleSignedOut, signIn: sampleFailed }),
    signInSettings: applicationKept,
  },
  'sign-in-done': { ...signedOut, signInSettings: applicationKept },
  'sign-out': busy,
  lost: busy,
  trouble: { overview: troubledOverview, rows: sampleRows, isSignedIn: true },
  empty: { ...nothingYet, isSignedIn: true },
  waiting: { ...nothingYet, isSignedIn: true },
  'signed-out': { ...busy, isSignedIn: false },
};
const openAccount = (page: Page): Promise<void> => openView(page, 'Redbooth account');
const openSettings = async (page: Page, section: string): Promise<void> => {
  await openView(page, 'Settings');
  await page.click(`.settings-nav-item:has-text("${section}")`);
};
const acts: Partial<Record<string, (page: Page) => Promise<void>>> = {
  details: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.comments');
  },
  search: async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('pric');
    await page.waitForSelector('mark');
  },
  'nothing-found': async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('zzz');
    await page.waitForSelector('.empty');
  },
  'by-project': async (page) => {
    await page.keyboard.press('/');
    await page.getByLabel('Group', { exact: true }).selectOption('project');
    await page.waitForSelector('.group-label');
  },
  'all-read': async (page) => {
    await page.click('text=Mark all read');
    await page.waitForSelector('.read-all-words');
  },
  hover: (page) => page.hover('.change >> nth=2'),
  focus: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
  },
  comment: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.keyboard.type('Checked, the totals are right. I will send you the sheet.');
  },
  'comment-failed': async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.keyboard.type('Checked, the totals are right.');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.action-line-bad');
  },
  resolved: async (page) => {
    await page.hover('.change >> nth=1');
    await page.click('.change >> nth=1 >> [aria-label="Mark resolved"]');
    await page.waitForSelector('.action-line-good');
  },
  resolving: async (page) => {
    await page.hover('.change >> nth=1');
    await page.click('.change >> nth=1 >> [aria-label="Mark resolved"]');
    await page.waitForSelector('.action-line');
  },
  'resolve-failed': async (page) => {
    await page.hover('.change >> nth=1');
    await page.click('.change >> nth=1 >> [aria-label="Mark resolved"]');
    await page.waitForSelector('.action-line-bad');
  },
  'polling-reach': (page) => page.click('.pill'),
  'polling-tunnel': (page) => openView(page, 'How changes reach you'),
  'polling-connect': (page) => page.click('[aria-label="Connect Redbooth"]'),
  settings: (page) => openView(page, 'Settings'),
  'settings-rules': (page) => openSettings(page, 'What you are told'),
  'settings-quiet-hours': (page) => openSettings(page, 'Quiet hours'),
  'settings-polling': (page) => openView(page, 'Settings'),
  'row-menu': async (page) => {
    await page.hover('.change >> nth=1');
    await page.click('.change >> nth=1 >> [aria-label="Snooze, mute, why"]');
  },
  muted: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.action-line');
  },
  fresh: async (page) => {
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 700);
    await page.waitForFunction(() => window.scrollY > 600);
  },
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
  tunnel: (page) => openView(page, 'How changes reach you'),
  'tunnel-url': async (page) => {
    await openView(page, 'How changes reach you');
    await page.getByLabel('At an address of your own').check();
    await page.getByLabel('Public address').fill('http://hooks.example.com');
    await page.click('.tunnel-save .button-main');
    await page.waitForSelector('.field-failure');
  },
  'tunnel-fixed': (page) => openView(page, 'How changes reach you'),
  requests: (page) => openView(page, 'Requests received'),
  'request-body': async (page) => {
    await openView(page, 'Requests received');
    await page.click('.request-main >> nth=0');
    await page.click('.request-main >> nth=2');
  },
  'no-requests': (page) => openView(page, 'Requests received'),
  account: openAccount,
  'account-expired': openAccount,
  'account-environment': openAccount,
  'sign-in': openAccount,
  'sign-in-end': async (page) => {
    await openAccount(page);
    await page.locator('.choice').scrollIntoViewIfNeeded();
  },
  'sign-in-refused': async (page) => {
    await openAccount(page);
    await page.getByLabel('Application id').fill('6f1c0de95a7b4c2e8d3f90a1b2c3d4e5');
    await page.getByLabel('Secret', { exact: true }).fill('0123456789abcdef0123456789abcdef');
    await page.click('.application-form .button-main');
    await page.waitForSelector('.field-failure');
  },
  'sign-in-ready': openAccount,
  'sign-in-change': async (page) => {
    await openAccount(page);
    await page.getByRole('button', { name: 'Change' }).click();
    await page.locator('.application-form').scrollIntoViewIfNeeded();
  },
  'sign-in-waiting': openAccount,
  'sign-in-failed': openAccount,
  'sign-in-done': openAccount,
  'sign-out': async (page) => {
    await openAccount(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Also delete the history').check();
  },
  waiting: (page) => page.click('.button-main'),
  revoke: async (page) => {
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Revoke “Acme”"]');
  },
};
const sizes = { narrow: { width: 400, height: 640 }, wide: { width: 1100, height: 720 } };
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
      if (name === 'sign-in-done') {
        const overview = { ...script.overview, account: sampleOverview.account };
        host.push({ event: 'overview', overview: { ...overview, hookUrls: sampleOverview.hookUrls.slice(1) } });
        await page.waitForSelector('.account-view .button-main:has-text("Connect Redbooth")');
      }
      if (name === 'fresh') {
        for (const id of ['901', '902', '903']) host.push({ event: 'change', row: sampleRow({ id, unread: true }) });
        await page.waitForSelector('.fresh-pill');
      }
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
