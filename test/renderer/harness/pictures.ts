import type { Page } from 'playwright-core';
import { openView } from './open-view.ts';
import type { PageHost, PageHostScript } from './page-host.ts';
import { applicationKept, overviewWith, sampleSignedOut } from './sample-account.ts';
import { emptyOverviews, firstRun, firstRunConnected, firstRunSignedIn } from './sample-welcome.ts';
import { spanishOverview, spanishRows, spanishTaskDetail } from './sample-spanish.ts';
import { sampleNow, sampleOverview, sampleRows, troubledOverview } from './sample.ts';

/** A state of the page as docs/pictures.md shows it. */
export type Picture = {
  readonly name: string;
  readonly script: Partial<PageHostScript>;
  readonly size?: 'narrow' | 'wide';
  readonly isDark?: boolean;
  readonly act?: (page: Page, host: PageHost) => Promise<unknown>;
};

export const pictureSizes = { narrow: { width: 400, height: 600 }, wide: { width: 1100, height: 720 } } as const;

const desktop = { ...sampleOverview, host: 'desktop' } as const;
const busy = { overview: desktop, rows: sampleRows };
const empty = (overview: (typeof emptyOverviews)[keyof typeof emptyOverviews]): Partial<PageHostScript> => ({
  overview: { ...overview, host: 'desktop' },
  rows: [],
});
const spanish: Partial<PageHostScript> = {
  overview: { ...spanishOverview, host: 'desktop' },
  rows: spanishRows,
  answers: { 'task-detail': { ok: true, value: spanishTaskDetail } },
};
const system = { systemSettings: { startsAtLogin: true, trayIcon: 'auto', playsSounds: true } } as const;

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const select = async (page: Page, row: number): Promise<void> => {
  for (let step = 0; step < row; step += 1) await page.keyboard.press('j');
};
const openTask = async (page: Page): Promise<void> => {
  await select(page, 2);
  await page.keyboard.press('Enter');
  await page.getByText('Read from Redbooth').waitFor();
  // The pane is looked at, not the keyboard’s place in it.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
};
const openPart = async (page: Page, part: string): Promise<void> => {
  await openView(page, 'Settings');
  await page.waitForSelector('.settings .rules');
  await page.locator('.settings-nav').getByRole('button', { name: part, exact: true }).click();
  await page.mouse.move(0, 0);
};

export const pictures: readonly Picture[] = [
  { name: 'inbox', script: busy, size: 'wide' },
  { name: 'inbox-small', script: busy, isDark: true },
  { name: 'task', script: busy, size: 'wide', isDark: true, act: openTask },
  { name: 'task-small', script: busy, act: openTask },
  {
    name: 'search',
    script: busy,
    size: 'wide',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('launch');
      await page.waitForSelector('mark');
    },
  },
  {
    name: 'nothing-found',
    script: busy,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('zebra');
      await page.waitForSelector('.empty');
    },
  },
  {
    name: 'by-project',
    script: busy,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: 'Group', exact: true }).selectOption('By project');
    },
  },
  { name: 'row-actions', script: busy, act: (page) => page.hover('.change >> nth=2') },
  {
    name: 'row-menu',
    script: busy,
    act: async (page) => {
      await select(page, 2);
      await page.keyboard.press('m');
      await page.waitForSelector('.popover');
    },
  },
  {
    name: 'resolved',
    script: busy,
    isDark: true,
    act: async (page) => {
      await page.hover('.change >> nth=1');
      await page.click('.change >> nth=1 >> [aria-label="Mark resolved"]');
      await page.waitForSelector('.action-line-good');
    },
  },
  { name: 'reachability', script: busy, act: (page) => page.click('.pill') },
  {
    name: 'paused',
    script: { ...busy, overview: { ...desktop, pause: { state: 'paused', until: sampleNow + 45 * 60_000 } } },
  },
  {
    name: 'quiet-hours-now',
    script: { ...busy, overview: { ...desktop, quiet: { until: sampleNow + 14 * 3_600_000 } } },
  },
  {
    name: 'needs-a-person',
    script: { ...busy, overview: { ...troubledOverview, host: 'desktop', demo: false, pause: { state: 'running' } } },
  },
  {
    name: 'app-stopped',
    script: busy,
    act: async (page, host) => {
      while (host.streams() === 0) await page.waitForTimeout(10);
      host.hangUp();
      await page.waitForSelector('.pill-bad');
    },
  },
  { name: 'empty-signed-out', script: empty(emptyOverviews['signed-out']) },
  { name: 'empty-no-hook', script: empty(emptyOverviews['no-hook-yet']) },
  { name: 'empty-unreachable', script: empty(emptyOverviews.unreachable), isDark: true },
  { name: 'empty-connected', script: empty(emptyOverviews.quiet) },
  { name: 'empty-paused', script: empty(emptyOverviews.paused), isDark: true },
  {
    name: 'empty-all-read',
    script: { overview: { ...desktop, unread: 0 }, rows: sampleRows.filter(({ unread }) => !unread) },
    act: async (page) => {
      await page.locator('.chip').getByText('Unread').click();
      await page.waitForSelector('.empty');
    },
  },
  { name: 'welcome-introduction', script: { overview: firstRun, rows: [] } },
  {
    name: 'welcome-account',
    script: { overview: firstRun, rows: [] },
    act: async (page) => {
      await press(page, 'Set it up');
      await page.getByText('Register an application').waitFor();
    },
  },
  {
    name: 'welcome-hooks',
    script: { overview: firstRunSignedIn, rows: [] },
    act: (page) => page.getByText('Copy the message').first().waitFor(),
  },
  {
    name: 'welcome-notification',
    script: { overview: firstRunConnected, rows: [] },
    isDark: true,
    act: (page) => press(page, 'Send a test notification'),
  },
  { name: 'settings', script: { ...busy, ...system }, size: 'wide', act: (page) => openPart(page, 'Notifications') },
  {
    name: 'settings-search',
    script: { ...busy, ...system },
    size: 'wide',
    act: async (page) => {
      await openPart(page, 'Notifications');
      await page.getByRole('searchbox', { name: 'Search the settings' }).fill('dark');
    },
  },
  {
    name: 'settings-spanish',
    script: { ...busy, ...system, overview: { ...desktop, language: 'es' } },
    isDark: true,
    act: async (page) => {
      await page.keyboard.press(',');
      await page.locator('.settings-nav').getByRole('button', { name: 'Apariencia', exact: true }).click();
    },
  },
  {
    name: 'settings-rules',
    script: { ...busy, ...system },
    size: 'wide',
    isDark: true,
    act: (page) => openPart(page, 'What you are told'),
  },
  { name: 'settings-quiet-hours', script: { ...busy, ...system }, act: (page) => openPart(page, 'Quiet hours') },
  {
    name: 'account',
    script: {
      overview: { ...overviewWith(sampleSignedOut), host: 'desktop' },
      rows: [],
      signInSettings: applicationKept,
    },
    act: (page) => openView(page, 'Redbooth account'),
  },
  {
    name: 'connect',
    script: busy,
    size: 'wide',
    act: async (page) => {
      await page.click('[aria-label="Connect Redbooth"]');
      await page.waitForSelector('.organization');
    },
  },
  { name: 'ways', script: busy, act: (page) => openView(page, 'How changes reach you') },
  { name: 'requests', script: busy, isDark: true, act: (page) => openView(page, 'Requests received') },
  {
    name: 'inbox-spanish',
    script: spanish,
    size: 'wide',
    act: async (page) => {
      await page.click('.change-main >> nth=1');
      await page.getByText('Leída de Redbooth').waitFor();
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    },
  },
  { name: 'inbox-spanish-small', script: spanish, isDark: true, act: (page) => page.hover('.change >> nth=1') },
  {
    name: 'checks',
    script: busy,
    act: async (page) => {
      await openView(page, 'Check the app');
      await page.getByRole('button', { name: 'Check everything' }).click();
      await page.waitForSelector('.checks');
    },
  },
  { name: 'keys', script: busy, act: (page) => openView(page, 'Keyboard shortcuts') },
];
