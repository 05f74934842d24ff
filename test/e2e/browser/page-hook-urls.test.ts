import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { nothingYet, sampleNow, sampleOverview } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

describe.skipIf(executablePath === null)('hook URLs in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it('copies a hook URL', async () => {
    const { page } = await pages.open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Copy the hook URL “Acme”"]');
    await page.waitForSelector('.copy:has-text("Copied")');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sampleOverview.hookUrls[0]?.url);
  });

  it('selects the hook URL where the browser does not let it copy', async () => {
    const { page } = await pages.open();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('denied')) },
      });
    });
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Copy the hook URL “Acme”"]');
    await page.waitForSelector('text=copy it with the keyboard');
    const selected = await page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLInputElement
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : '';
    });
    expect(selected).toBe(sampleOverview.hookUrls[0]?.url);
  });

  it('revokes a hook URL only once that is confirmed', async () => {
    const { host, page } = await pages.open();
    const revocations = () => host.asked.filter(({ name }) => name === 'revoke-hook-url');
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Revoke “Acme”"]');
    await page.click('text=Keep it');
    expect(revocations()).toEqual([]);
    await page.click('[aria-label="Revoke “Acme”"]');
    await page.click('.button-bad');
    await expect.poll(revocations).toEqual([{ name: 'revoke-hook-url', payload: { id: 'a1' } }]);
  });

  it('renames a hook URL; Escape leaves only the field, then only the dialog', async () => {
    const { host, page } = await pages.open();
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Rename “Acme”"]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.name-form', { state: 'detached' });
    expect(await page.locator('.steps').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Acme Europe');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.name-form', { state: 'detached' });
    expect(host.asked.at(-1)).toEqual({ name: 'rename-hook-url', payload: { id: 'a1', name: 'Acme Europe' } });
    await page.keyboard.press('Escape');
    await page.waitForSelector('.steps', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Connect Redbooth');
  });

  it('greets the first hook while the user waits for it', async () => {
    const { host, page } = await pages.open(nothingYet);
    await expect.poll(() => host.streams()).toBe(1);
    await page.click('.button-main');
    await page.waitForSelector('text=Waiting for the first hook…');
    const [first] = nothingYet.overview.hookUrls;
    const arrived = first ? [{ ...first, lastArrivalAt: sampleNow - 12_000 }] : [];
    host.push({ event: 'overview', overview: { ...nothingYet.overview, hookUrls: arrived } });
    await page.waitForSelector('text=First hook received 12 s ago');
  });
});
