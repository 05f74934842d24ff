import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '../../../electron/contract/index.ts';
import { type PageBrowser, narrow, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleOverview } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

describe.skipIf(executablePath === null)('notices and ways to the views', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  const withNotice = (actions: Notice['actions']) => ({
    overview: {
      ...sampleOverview,
      notices: [{ id: 'name-lost', tone: 'warn' as const, title: 'Your hook URL changed', body: 'It moved.', actions }],
    },
  });

  describe('a notice', () => {
    it('copies the hook URL', async () => {
      const { page } = await pages.open(withNotice(['copy-hook-url']));
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.click('.notice-action');
      await page.waitForSelector('.notice-action:has-text("Copied")');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sampleOverview.hookUrls[0]?.url);
    });

    it('shows the text to copy, selected, where the browser does not let the page copy', async () => {
      const { page } = await pages.open(withNotice(['copy-hook-url']));
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: () => Promise.reject(new Error('denied')) },
        });
      });
      await page.click('.notice-action');
      await page.waitForSelector('.by-hand textarea');
      await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(sampleOverview.hookUrls[0]?.url);
    });

    it('does not offer to copy what is not there yet', async () => {
      const { overview } = withNotice(['copy-hook-url']);
      const hookUrls = overview.hookUrls.map((hookUrl) => ({ ...hookUrl, url: null }));
      const { page } = await pages.open({ overview: { ...overview, hookUrls } });
      expect(await page.locator('.notice-action').isDisabled()).toBe(true);
    });

    it.each([
      ['open-hooks-page', 'Open the web hooks page', 'open-hooks-page'],
      ['test-reachability', 'Test now', 'test-reachability'],
      ['show-hook-urls', 'Show the hook URLs', 'organizations'],
      ['show-tunnel', 'How changes reach you', 'tunnel-settings'],
    ] as const)('with the action %s has the button “%s”', async (action, words, asked) => {
      const { host, page } = await pages.open(withNotice([action]));
      await page.click(`.notice-action:has-text("${words}")`);
      await expect.poll(() => host.askedFor(asked)).toEqual([null]);
    });

    it('can be dismissed by its id where the app allows it', async () => {
      const { host, page } = await pages.open(withNotice(['dismiss']));
      expect(await page.locator('.notice-action').count()).toBe(0);
      await page.click('[aria-label="Dismiss “Your hook URL changed”"]');
      await expect.poll(() => host.askedFor('dismiss-notice')).toEqual([{ id: 'name-lost' }]);
    });

    it('cannot be dismissed otherwise', async () => {
      const { page } = await pages.open(withNotice([]));
      expect(await page.locator('.notice button').count()).toBe(0);
    });
  });

  describe('the menu of views', () => {
    it('opens a view by the keyboard alone; Escape closes it and the focus returns to the menu', async () => {
      const { page } = await pages.open({}, { viewport: narrow });
      await page.focus('[aria-label="More views"]');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog:has-text("How changes reach you")');
      expect(await page.locator('.menu').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More views');
    });

    it('closes on Escape and gives the focus back', async () => {
      const { page } = await pages.open();
      await page.click('[aria-label="More views"]');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.menu', { state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More views');
    });

    it('is not the only way to the tunnel: the pill leads there too', async () => {
      const { page } = await pages.open();
      await page.click('.pill');
      await page.click('.panel .button:has-text("How changes reach you")');
      await page.waitForSelector('.tunnel-form');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.classList.contains('pill'))).toBe(true);
    });
  });
});
