import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleOverview } from '../../renderer/harness/sample.ts';
import { sampleOrganizations } from '../../renderer/harness/sample-tunnel.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const refusal = (message: string) => ({ ok: false, failure: { code: 'settings-invalid', message } }) as const;

describe.skipIf(executablePath === null)('connecting Redbooth in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  describe('the hook URLs', () => {
    it('are replaced only once that is confirmed', async () => {
      const { host, page } = await pages.open();
      await page.click('[aria-label="Connect Redbooth"]');
      await page.click('[aria-label="Make a new URL for “Acme”"]');
      await page.click('text=Keep the old one');
      expect(host.askedFor('rotate-hook-url')).toEqual([]);
      await page.click('[aria-label="Make a new URL for “Acme”"]');
      await page.click('.dialog-small .button-main');
      await expect.poll(() => host.askedFor('rotate-hook-url')).toEqual([{ id: 'a1' }]);
    });

    it('say until when the address before works, while it does', async () => {
      const { page } = await pages.open();
      await page.click('[aria-label="Connect Redbooth"]');
      await expect
        .poll(() => page.locator('.hook-url-grace').allTextContents())
        .toEqual([expect.stringContaining('The old address works until 30 Nov.')]);
    });

    it('show in their own view what went wrong there', async () => {
      const { page } = await pages.open({ answers: { 'rotate-hook-url': refusal('The disk is full.') } });
      await page.click('[aria-label="Connect Redbooth"]');
      await page.click('[aria-label="Make a new URL for “Acme”"]');
      await page.click('.dialog-small .button-main');
      await page.waitForSelector('dialog .notice-bad:has-text("The disk is full.")');
    });
  });

  describe('the organisations', () => {
    it('are asked for when the view opens, each with its page and its message', async () => {
      const { host, page } = await pages.open();
      expect(host.askedFor('organizations')).toEqual([]);
      await page.click('[aria-label="Connect Redbooth"]');
      const second = page.locator('.organization').nth(1);
      await second.getByRole('button', { name: /^Open its web hooks page/ }).click();
      await expect.poll(() => host.askedFor('open-organization-hooks-page')).toEqual([{ id: '78' }]);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await second.getByRole('button', { name: /^Copy a message to an administrator/ }).click();
      await second.getByRole('button', { name: 'Copied' }).waitFor();
      expect(host.askedFor('copy-organization-message')).toEqual([{ id: '78' }]);
    });

    it('are asked for again when the hook URLs change, as the messages hold these', async () => {
      const { host, page } = await pages.open();
      await expect.poll(() => host.streams()).toBe(1);
      await page.click('[aria-label="Connect Redbooth"]');
      await page.waitForSelector('.organization');
      const hookUrls = sampleOverview.hookUrls.slice(1);
      host.push({ event: 'overview', overview: { ...sampleOverview, unread: 2, hookUrls } });
      await expect.poll(() => host.askedFor('organizations')).toHaveLength(2);
    });

    it('wait with the message until there is a public address', async () => {
      const value = sampleOrganizations.map((organization) => ({ ...organization, message: null }));
      const { page } = await pages.open({ answers: { organizations: { ok: true, value } } });
      await page.click('[aria-label="Connect Redbooth"]');
      await page.waitForSelector('text=The message is ready as soon as the app has a public address.');
      expect(await page.locator('.organization .button:has-text("Copy a message")').first().isDisabled()).toBe(true);
    });

    it.each([
      ['cannot be read', refusal('Redbooth asks you to sign in again.'), 'Redbooth asks you to sign in again.'],
      ['are none', { ok: true, value: [] } as const, 'Redbooth names no organisation of yours.'],
    ])('%s: the web hooks page can be opened all the same', async (_, organizations, words) => {
      const { host, page } = await pages.open({ answers: { organizations } });
      await page.click('[aria-label="Connect Redbooth"]');
      await page.waitForSelector(`text=${words}`);
      await page.click('.steps .button');
      await expect.poll(() => host.askedFor('open-hooks-page')).toEqual([null]);
    });

    it('can be asked for again after a failure', async () => {
      const { host, page } = await pages.open({ answers: { organizations: refusal('Redbooth does not answer.') } });
      await page.click('[aria-label="Connect Redbooth"]');
      await page.waitForSelector('.unanswered');
      host.script.answers = {};
      await page.click('.unanswered .button');
      await page.waitForSelector('.organization');
    });
  });
});
