import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openView } from '../../renderer/harness/open-view.ts';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleRequest } from '../../renderer/harness/sample-tunnel.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

describe.skipIf(executablePath === null)('received requests in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  describe('the requests received', () => {
    it('are read on opening and on Refresh, and not otherwise', async () => {
      const { host, page } = await pages.open();
      expect(host.askedFor('received-requests')).toEqual([]);
      await openView(page, 'Requests received');
      await page.waitForSelector('.request');
      await page.clock.runFor(120_000);
      expect(host.askedFor('received-requests')).toHaveLength(1);
      const value = [sampleRequest({ id: 'r10', story: 'It came meanwhile.' })];
      host.script.answers = { 'received-requests': { ok: true, value } };
      await page.click('.requests-head .button');
      await page.waitForSelector('.request:has-text("It came meanwhile.")');
      expect(await page.locator('.request').count()).toBe(1);
    });

    it('say how each was answered, in words and by number', async () => {
      const { page } = await pages.open();
      await openView(page, 'Requests received');
      expect(await page.locator('.request .answer').allTextContents()).toEqual([
        'Taken · 200',
        'Answered · 200',
        'Not a task hook · 400',
        'No such address · 404',
        'Not kept · 503',
      ]);
      const first = await page.textContent('.request >> nth=0');
      for (const words of ['Acme', '17:28:00', 'Told you: Chi resolved', 'POST · 96 bytes · 4 ms · Ruby'])
        expect(first).toContain(words);
    });

    it('show a body as the text it is', async () => {
      const body = '<img src=x onerror="document.title=1">\n  <script>1</script>';
      const value = [sampleRequest({ id: 'r1', body })];
      const { page, broken } = await pages.open({ answers: { 'received-requests': { ok: true, value } } });
      await openView(page, 'Requests received');
      await page.click('.request-main');
      expect(await page.textContent('.request-body')).toBe(body);
      expect(await page.locator('.request img, .request script').count()).toBe(0);
      expect(broken).toEqual([]);
    });

    it.each([
      ['null', null, 'No body is kept of this request.'],
      ['empty', '', 'The body was empty.'],
    ])('say so where the body is %s', async (_, body, words) => {
      const value = [sampleRequest({ id: 'r1', body })];
      const { page } = await pages.open({ answers: { 'received-requests': { ok: true, value } } });
      await openView(page, 'Requests received');
      await page.click('.request-main');
      await page.waitForSelector(`text=${words}`);
    });

    it('can be replayed where the app allows it, and are then read again', async () => {
      const { host, page } = await pages.open();
      await openView(page, 'Requests received');
      await page.click('.request-main >> nth=0');
      await page.click('.request-details .button:has-text("Replay")');
      await page.waitForSelector('text=Replayed: the app reads the task again');
      expect(host.askedFor('replay-request')).toEqual([{ id: 'r9' }]);
      await expect.poll(() => host.askedFor('received-requests')).toHaveLength(2);
      await page.click('.request-main >> nth=1');
      expect(await page.locator('.request >> nth=1').locator('.button:has-text("Replay")').count()).toBe(0);
    });

    it('are copied as curl', async () => {
      const { host, page } = await pages.open();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await openView(page, 'Requests received');
      await page.click('.request-main >> nth=0');
      await page.click('.request-details .button:has-text("Copy as curl")');
      await page.waitForSelector('.request-details .button:has-text("Copied")');
      expect(host.askedFor('copy-request-as-curl')).toEqual([{ id: 'r9' }]);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^curl /);
    });

    it('lead on to the hook URLs while there are none', async () => {
      const { page } = await pages.open({ answers: { 'received-requests': { ok: true, value: [] } } });
      await openView(page, 'Requests received');
      await page.click('.dialog .empty .button');
      await page.waitForSelector('.hook-urls');
    });
  });
});
