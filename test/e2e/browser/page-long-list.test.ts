import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageBrowser, narrow, startPageBrowser, wide } from '../../renderer/harness/page-browser.ts';
import { manyRows, sampleNow, sampleRow } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const rows = manyRows(100_000);

/** How much the page draws at most, whatever the list holds. */
const mostEntries = 60;
const mostNodes = 2_500;

const drawnEntries = (page: Page): Promise<number> => page.locator('.entry').count();
const nodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);

/** The row at the middle of the window and how far down it stands. */
const inSight = (page: Page): Promise<{ id: string; top: number }> =>
  page.evaluate(() => {
    const entry = document.elementFromPoint(180, window.innerHeight / 2)?.closest('.entry');
    return {
      id: entry?.querySelector('.change-main')?.id ?? '',
      top: Math.round(entry?.getBoundingClientRect().top ?? 0),
    };
  });

/** The same, once heights were measured and nothing moves any more. */
const settled = async (page: Page): Promise<{ id: string; top: number }> => {
  let before = await inSight(page);
  await expect
    .poll(async () => {
      const now = await inSight(page);
      const isStill = now.id !== '' && now.id === before.id && now.top === before.top;
      before = now;
      return isStill;
    })
    .toBe(true);
  return before;
};

/** Scrolls to the end of what is loaded, again and again, until that many rows were listed. */
const scrollThrough = async (page: Page, count: number): Promise<void> => {
  await expect
    .poll(
      async () => {
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        await page.waitForTimeout(20);
        return Number(await page.locator('.entry').last().getAttribute('aria-posinset'));
      },
      { timeout: 55_000, interval: 0 },
    )
    .toBeGreaterThanOrEqual(count);
};

describe.skipIf(executablePath === null)('a list of 100,000 changes', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it('draws only what is in sight, and loads the rest on the way down', async () => {
    const { host, page } = await pages.open({ rows }, { viewport: narrow });
    expect(host.askedFor('changes')).toHaveLength(1);
    await scrollThrough(page, 3_000);
    expect(await drawnEntries(page)).toBeLessThan(mostEntries);
    expect(await nodes(page)).toBeLessThan(mostNodes);
    expect(await page.locator('.entry').last().getAttribute('aria-setsize')).toBe('100000');
  });

  it('lets rows go that are far away, and loads them again on the way back', async () => {
    const { host, page } = await pages.open({ rows }, { viewport: narrow });
    await scrollThrough(page, 3_000);
    const asked = host.askedFor('changes').length;
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    await expect.poll(() => host.askedFor('changes').length).toBeGreaterThan(asked);
    await page.waitForSelector('.entry .change-main');
    await expect.poll(() => page.locator('.absent').count()).toBe(0);
    expect(host.askedFor('changes').length - asked).toBeLessThan(8);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForSelector('#change-100000');
  });

  it('does not move what is being read when new changes come, and says how many there are', async () => {
    const { host, page } = await pages.open({ rows }, { viewport: narrow });
    await expect.poll(() => host.streams()).toBe(1);
    await page.evaluate(() => window.scrollTo(0, 4_000));
    await page.waitForFunction(() => window.scrollY > 3_900);
    const before = await settled(page);
    for (const id of ['100001', '100002', '100003'])
      host.push({
        event: 'change',
        row: sampleRow({ id, at: sampleNow, sentence: `Bo marked “${id}” urgent`, unread: true }),
      });
    await page.waitForSelector('.fresh-pill:has-text("3 new")');
    expect(await settled(page)).toEqual(before);
    await page.click('.fresh-pill');
    await page.waitForSelector('#change-100003');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await expect.poll(() => focused(page)).toBe('change-100003');
    expect(await page.locator('.fresh-pill').count()).toBe(0);
  });

  it.each([
    ['over the list', narrow],
    ['beside the list', wide],
  ])('does not move a comment that is being written %s either', async (_, viewport) => {
    const { host, page } = await pages.open({ rows }, { viewport });
    await expect.poll(() => host.streams()).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.keyboard.type('Half a thought');
    // What is read from Redbooth comes in above it.
    await page.getByText('Read from Redbooth').waitFor();
    const top = (): Promise<number> =>
      page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? 0));
    const before = await top();
    host.push({ event: 'change', row: sampleRow({ id: '100001', unread: true }) });
    await page.waitForSelector('#change-100001', { state: 'attached' });
    await expect.poll(top).toBe(before);
    await page.keyboard.type(', and the other half');
    expect(await page.inputValue('textarea')).toBe('Half a thought, and the other half');
  });

  it('keeps the focus and goes on from it when the row was scrolled out of sight', async () => {
    const { page } = await pages.open({ rows }, { viewport: narrow });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await scrollThrough(page, 2_000);
    expect(await focused(page)).toBe('change-99999');
    await page.keyboard.press('j');
    await expect.poll(() => focused(page)).toBe('change-99998');
    await expect.poll(() => page.locator('#change-99998').isVisible()).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBeLessThan(400);
  });

  it('goes by page and to both ends with the keys, also where rows were let go', async () => {
    const { page } = await pages.open({ rows }, { viewport: narrow });
    await page.keyboard.press('j');
    await page.keyboard.press('PageDown');
    await expect.poll(async () => Number((await focused(page))?.slice(7))).toBeLessThan(99_999);
    await scrollThrough(page, 2_000);
    const oldest = await page.locator('.entry').last().getAttribute('aria-posinset');
    await page.keyboard.press('Home');
    await expect.poll(() => focused(page)).toBe('change-100000');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(() => Number(document.activeElement?.closest('.entry')?.getAttribute('aria-posinset'))))
      .toBeGreaterThanOrEqual(Number(oldest));
    // Heights of rows that come into sight are measured after the first drawing, which moves the last one.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getBoundingClientRect().bottom ?? Infinity))
      .toBeLessThanOrEqual(narrow.height);
  });
});
