import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Overview } from '../../../electron/contract/index.ts';
import { type PageBrowser, axeViolations, narrow, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { type PageHost } from '../../renderer/harness/page-host.ts';
import { pollingOverview, sampleRows } from '../../renderer/harness/sample.ts';
import { emptyOverviews } from '../../renderer/harness/sample-welcome.ts';
import { chromiumPath } from './chromium.ts';

if (chromiumPath() === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

type Case = {
  readonly says: string;
  readonly overview: Overview;
  readonly presses: string;
  readonly leads: (page: Page, host: PageHost) => Promise<unknown>;
};

const dialog = (page: Page, title: string): Promise<unknown> =>
  page.getByRole('dialog', { name: title, exact: true }).waitFor();
const asked = (host: PageHost, name: Parameters<PageHost['askedFor']>[0], payload: unknown): Promise<unknown> =>
  expect.poll(() => host.askedFor(name)).toEqual([payload]);

const cases: readonly Case[] = [
  {
    says: 'Sign in to Redbooth',
    overview: emptyOverviews['signed-out'],
    presses: 'Sign in',
    leads: (page) => dialog(page, 'Redbooth account'),
  },
  {
    says: 'Connect Redbooth',
    overview: emptyOverviews['no-hook-yet'],
    presses: 'Connect Redbooth',
    leads: (page) => dialog(page, 'Connect Redbooth'),
  },
  {
    says: 'Connect Redbooth',
    overview: emptyOverviews['no-hook-yet'],
    presses: 'Ask every minute instead',
    leads: (_page, host) => asked(host, 'choose-hook-source', { source: 'polling' }),
  },
  {
    says: 'Hooks cannot reach you just now',
    overview: emptyOverviews.unreachable,
    presses: 'How changes reach you',
    leads: (page) => dialog(page, 'How changes reach you'),
  },
  {
    says: 'Redbooth is connected',
    overview: emptyOverviews.quiet,
    presses: 'Send a test notification',
    leads: (_page, host) => asked(host, 'test-notification', null),
  },
  {
    says: 'Notifications are paused until',
    overview: emptyOverviews.paused,
    presses: 'Resume notifications',
    leads: (_page, host) => asked(host, 'resume', null),
  },
  {
    says: 'Redbooth is asked every minute',
    overview: { ...pollingOverview, unread: 0 },
    presses: 'How changes reach you',
    leads: (page) => dialog(page, 'How changes reach you'),
  },
];

describe.skipIf(chromiumPath() === null)('a list without rows', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startPageBrowser();
  });
  afterAll(() => browser.dispose());

  it.each(cases)('says “$says”, and “$presses” is the next step', async ({ says, overview, presses, leads }) => {
    const { host, page, broken } = await browser.open({ overview, rows: [] }, { viewport: narrow });
    await page.waitForSelector(`.empty .title:has-text("${says}")`);
    expect(await axeViolations(page, false)).toEqual([]);
    await page.locator('.empty').getByRole('button', { name: presses, exact: true }).click();
    await leads(page, host);
    expect(broken).toEqual([]);
  });

  it('says that everything is read, and leads to all changes', async () => {
    const { page } = await browser.open({ rows: sampleRows.filter(({ unread }) => !unread) });
    await page.locator('.chip').getByText('Unread').click();
    await page.waitForSelector('.empty .title:has-text("You have read everything")');
    await page.getByRole('button', { name: 'Show all changes', exact: true }).click();
    await page.waitForSelector('.change');
  });

  it('says what was searched for in vain, and clears the search', async () => {
    const { page } = await browser.open({ rows: sampleRows });
    await page.keyboard.press('/');
    await page.keyboard.type('zebra');
    await page.waitForSelector('.empty .title:has-text("Nothing found for “zebra”")');
    await page.getByRole('button', { name: 'Clear the search', exact: true }).click();
    await page.waitForSelector('.change');
  });

  it('says that the list could not be read, and reads it again', async () => {
    const failure = { code: 'unexpected', message: 'That did not work.' } as const;
    const { host, page } = await browser.open({ answers: { changes: { ok: false, failure } } });
    await page.waitForSelector('.empty .title:has-text("The list could not be read")');
    host.script.answers = {};
    await page.getByRole('button', { name: 'Try again', exact: true }).click();
    await page.waitForSelector('.change');
  });

  it('says that the app does not answer, when that has stopped', async () => {
    const { host, page } = await browser.open({ overview: emptyOverviews.quiet, rows: [] });
    await expect.poll(() => host.streams()).toBe(1);
    host.hangUp();
    await page.waitForSelector('.empty .title:has-text("The app does not answer")');
  });
});
