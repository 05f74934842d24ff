import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageBrowser, narrow, startPageBrowser, wide } from '../../renderer/harness/page-browser.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.id || element?.getAttribute('aria-label') || (element?.textContent ?? '');
  });
/** Whether what has the focus can be seen to have it. */
const isFocusVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || !element.matches(':focus-visible')) return false;
    const head = element.closest('.detail-head:has(.detail-title:focus-visible)');
    const looks = [
      getComputedStyle(element),
      getComputedStyle(element, '::after'),
      ...(head === null ? [] : [getComputedStyle(head)]),
    ];
    return looks.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px');
  });
/** Presses Tab until what has the focus is called so. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`No way to “${name}” by the keyboard; the focus is on “${await focused(page)}”`);
};

describe.skipIf(executablePath === null)('the page by the keyboard alone', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it.each([
    ['wide', wide],
    ['narrow', narrow],
  ])('leads through list, search, task, comment and settings, and shows where one is (%s)', async (_, viewport) => {
    const { host, page } = await pages.open({}, { viewport });
    await page.keyboard.press('j');
    await expect.poll(() => focused(page)).toBe('change-99');
    expect(await isFocusVisible(page)).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.type('pricing');
    expect(await isFocusVisible(page)).toBe(true);
    await expect.poll(() => page.locator('.change').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('change-98');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('detail-title');
    expect(await isFocusVisible(page)).toBe(true);
    await page.waitForSelector('.comments');
    await tabTo(page, 'Open in Redbooth');
    expect(await isFocusVisible(page)).toBe(true);
    await page.keyboard.press('c');
    await page.keyboard.type('Checked.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => host.askedFor('comment-on-task')).toEqual([{ changeId: '98', body: 'Checked.' }]);
    await expect.poll(() => focused(page)).toBe('detail-title');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('change-98');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.change').count()).toBeGreaterThan(3);
    await page.keyboard.press(',');
    await page.waitForSelector('.settings');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('change-98');
  });

  it('j and k go on while a task is shown, and the focus stays where it is: in the task or in the list', async () => {
    const { page } = await pages.open();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('detail-title');
    await page.keyboard.press('j');
    await page.getByRole('region', { name: 'Pricing page' }).waitFor();
    expect(await focused(page)).toBe('detail-title');
    await page.focus('#change-98');
    await page.keyboard.press('k');
    await page.getByRole('region', { name: 'Draft launch plan' }).waitFor();
    await expect.poll(() => focused(page)).toBe('change-99');
  });

  it('r marks read and unread, u takes back what was read last', async () => {
    const { host, page } = await pages.open();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.waitForSelector('.change:has(#change-99):not(.is-unread)');
    await page.keyboard.press('r');
    await expect.poll(() => host.askedFor('unread-changes')).toEqual([{ ids: ['99'] }]);
    await page.waitForSelector('.change.is-unread:has(#change-99)');
    await page.keyboard.press('r');
    await page.waitForSelector('.change:has(#change-99):not(.is-unread)');
    await page.keyboard.press('u');
    await expect.poll(() => host.askedFor('undo-read')).toHaveLength(1);
  });

  it.each([
    ['m', 'mute'],
    ['s', 'snooze'],
  ])('%s opens the menu of the row at what it says, and Escape leads back', async (key, start) => {
    const { page } = await pages.open();
    await page.keyboard.press('j');
    await page.keyboard.press(key);
    await page.waitForSelector(`.popover [data-start=${start}]:focus`);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('change-99');
  });

  it('moves nothing for whoever wants less motion', async () => {
    const { page } = await pages.open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.click('#change-99');
    await page.waitForSelector('.detail');
    expect(
      await page.evaluate(
        () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0).length,
      ),
    ).toBe(0);
  });
});
