import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../../renderer/messages/en/index.ts';
import { spanish } from '../../../renderer/messages/es/index.ts';
import { type PageBrowser, axeViolations, startPageBrowser, wide } from '../../renderer/harness/page-browser.ts';
import type { PageHostScript } from '../../renderer/harness/page-host.ts';
import { overviewWith, sampleSignedOut } from '../../renderer/harness/sample-account.ts';
import { spanishOverview, spanishRows, spanishTaskDetail } from '../../renderer/harness/sample-spanish.ts';
import { sampleOverview, sampleRows } from '../../renderer/harness/sample.ts';
import { ugliness } from '../../renderer/harness/ugliness.ts';
import { chromiumPath } from './chromium.ts';

if (chromiumPath() === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const textsOf = (table: object): readonly string[] =>
  Object.values(table).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
const spanishTexts = new Set(textsOf(spanish));
/** What the page says in English and in no other language. */
const englishTexts: ReadonlySet<string> = new Set(textsOf(english).filter((text) => !spanishTexts.has(text)));

/** All that the page says to eyes and ears. */
const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
const stillEnglish = async (page: Page): Promise<readonly string[]> =>
  (await said(page)).filter((text) => englishTexts.has(text));

const inSpanish: Partial<PageHostScript> = {
  overview: spanishOverview,
  rows: spanishRows,
  answers: { 'task-detail': { ok: true, value: spanishTaskDetail } },
};
const signedOut = {
  ...overviewWith(sampleSignedOut),
  language: 'es',
  reachability: spanishOverview.reachability,
} as const;
const openMenu = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: spanish.views.more }).click();
  await page.locator('.menu-item').getByText(words, { exact: true }).click();
};

type View = {
  readonly name: string;
  readonly shows: string;
  readonly isCovered?: boolean;
  readonly script?: Partial<PageHostScript>;
  readonly act?: (page: Page) => Promise<void>;
};
const views: readonly View[] = [
  {
    name: 'the list, with the pointer on a row',
    shows: '.quick-actions',
    act: (page) => page.hover('.change >> nth=1'),
  },
  {
    name: 'the search, with a filter',
    shows: '.clear-button',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.getByLabel(spanish.filters.subject, { exact: true }).selectOption('comment');
    },
  },
  {
    name: 'a task in full',
    shows: '.comments',
    act: async (page) => {
      await page.click('.change-main >> nth=1');
      await page.click('.detail-hooks > summary');
    },
  },
  {
    name: 'the menu of a row',
    shows: '.popover',
    isCovered: true,
    act: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('m');
    },
  },
  {
    name: 'what was muted',
    shows: '.action-line',
    act: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('m');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'the menu',
    shows: '.menu',
    isCovered: true,
    act: (page) => page.getByRole('button', { name: spanish.views.more }).click(),
  },
  {
    name: 'the pause',
    shows: '.menu',
    isCovered: true,
    act: (page) => page.getByRole('button', { name: spanish.header.pause }).click(),
  },
  { name: 'reachability', shows: '.panel-content', isCovered: true, act: (page) => page.click('.pill') },
  {
    name: 'a pause',
    shows: '.pill-warn',
    script: { overview: { ...spanishOverview, pause: { state: 'paused', until: null } } },
  },
  { name: 'the shortcuts', shows: '.keys', act: (page) => page.keyboard.press('?') },
  {
    name: 'the hook URLs',
    shows: '.organizations',
    act: (page) => page.click(`[aria-label="${spanish.views.connect}"]`),
  },
  { name: 'the ways of hooks', shows: '.tunnel-save', act: (page) => openMenu(page, spanish.views.tunnel) },
  {
    name: 'the requests',
    shows: '.request-body',
    act: async (page) => {
      await openMenu(page, spanish.views.requests);
      await page.click('.request-main >> nth=0');
    },
  },
  {
    name: 'signing in',
    shows: '.application-form',
    script: { overview: signedOut },
    act: (page) => openMenu(page, spanish.views.account),
  },
  { name: 'an empty list', shows: '.empty', script: { overview: { ...signedOut, hookUrls: [] }, rows: [] } },
];

describe.skipIf(chromiumPath() === null)('the page in another language', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it('is spoken as soon as it is chosen, with rows, task and title, and can be taken back', async () => {
    const { host, page } = await pages.open({ rows: sampleRows });
    await page.click('.change-main >> nth=1');
    await page.getByText('Read from Redbooth').waitFor();
    Object.assign(host.script, inSpanish);
    host.push({ event: 'overview', overview: spanishOverview });
    await page.getByText('Leída de Redbooth').waitFor();
    await page.getByText('Bo te asignó').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    await expect.poll(() => stillEnglish(page)).toEqual([]);
    await page.getByRole('button', { name: spanish.filters.markAllRead }).click();
    await expect.poll(() => page.locator('[role="status"][aria-live]').textContent()).toBe(spanish.filters.allRead);
    Object.assign(host.script, { overview: sampleOverview, rows: sampleRows, answers: {} });
    host.push({ event: 'overview', overview: sampleOverview });
    await page.getByText('Read from Redbooth').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('is remembered, so that nothing is said in English before the app has told', async () => {
    const { page } = await pages.open(inSpanish);
    await page.locator('html[lang="es"]').waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    await page.waitForSelector('.empty');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    expect(await stillEnglish(page)).toEqual([]);
  });

  it('is spoken to a browser that the app does not know, as that browser wishes', async () => {
    const { page } = await pages.open(inSpanish);
    await page.locator('html[lang="es"]').waitFor();
    await page.route('**/api/**', (route) => route.fulfill({ status: 401 }));
    await page.reload();
    await page.getByText(spanish.account.freshLink).waitFor();
    expect(await stillEnglish(page)).toEqual([]);
  });

  it.each(views)(
    'has no English in it, and fits a small window: $name',
    async ({ shows, isCovered = false, script, act }) => {
      const { page } = await pages.open({ ...inSpanish, ...script }, { viewport: wide });
      await page.locator('html[lang="es"]').waitFor();
      await act?.(page);
      await page.waitForSelector(shows);
      expect(await stillEnglish(page)).toEqual([]);
      expect(await axeViolations(page, isCovered)).toEqual([]);
      expect(await ugliness(page)).toEqual([]);
      // 360 px, and twice the zoom of a window of 1100 px and of 640 px.
      for (const width of [360, 550, 320]) {
        // oxlint-disable-next-line no-await-in-loop -- one window
        await page.setViewportSize({ width, height: 480 });
        // oxlint-disable-next-line no-await-in-loop -- one window
        expect(await ugliness(page)).toEqual([]);
      }
    },
  );
});
