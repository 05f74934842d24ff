import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Overview, noFilter } from '../../../electron/contract/index.ts';
import {
  type PageBrowser,
  axeViolations,
  narrow,
  startPageBrowser,
  wide,
} from '../../renderer/harness/page-browser.ts';
import { sampleNow, sampleOverview } from '../../renderer/harness/sample.ts';
import { firstRun, firstRunConnected, firstRunSignedIn } from '../../renderer/harness/sample-welcome.ts';
import { openView } from '../../renderer/harness/open-view.ts';
import { chromiumPath } from './chromium.ts';

if (chromiumPath() === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const title = (page: Page): Promise<string> => page.locator('.welcome-title').innerText();

describe.skipIf(chromiumPath() === null)('the welcome of the first run', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startPageBrowser();
  });
  afterAll(() => browser.dispose());

  const open = (overview: Overview, script = {}) => browser.open({ overview, rows: [], ...script });

  it('stands in place of the list, and leads through four steps and back', async () => {
    const { host, page } = await open(firstRun);
    const seen: string[] = [];
    for (const next of ['Set it up', 'Skip this step', 'Skip this step', 'Finish']) {
      seen.push(`${await page.locator('.welcome-progress').innerText()}: ${await title(page)}`);
      await press(page, next);
    }
    expect(seen).toEqual([
      'Step 1 of 4: Know what changes, as it happens',
      'Step 2 of 4: Sign in to Redbooth',
      'Step 3 of 4: How changes reach you',
      'Step 4 of 4: Try a notification',
    ]);
    await page.waitForSelector('.empty');
    expect(host.askedFor('finish-welcome')).toEqual([null]);
  });

  it('makes room for the list when a notification was clicked', async () => {
    const { host, page } = await open(firstRun);
    await page.waitForSelector('.welcome-title');
    await expect.poll(() => host.streams()).toBe(1);
    host.push({ event: 'show-list', filter: { ...noFilter, notificationId: '7' } });
    await page.waitForSelector('.welcome', { state: 'detached' });
    await page.waitForSelector('.empty');
    expect(host.askedFor('finish-welcome')).toEqual([]);
  });

  it('goes back a step', async () => {
    const { page } = await open(firstRun);
    await press(page, 'Set it up');
    await press(page, 'Back');
    expect(await title(page)).toBe('Know what changes, as it happens');
  });

  it('is skipped as a whole by one button', async () => {
    const { host, page } = await open(firstRun);
    await press(page, 'Skip the setup');
    await page.waitForSelector('.empty');
    expect(host.askedFor('finish-welcome')).toEqual([null]);
  });

  it('goes on where it was left, after the page was closed', async () => {
    const { page } = await open(firstRun);
    await press(page, 'Set it up');
    await press(page, 'Skip this step');
    await page.reload();
    await page.waitForSelector('.welcome-title');
    expect(await title(page)).toBe('How changes reach you');
  });

  it('goes away when another page has finished it', async () => {
    const { host, page } = await open(firstRun);
    host.push({ event: 'overview', overview: { ...firstRun, welcomed: true } });
    await page.waitForSelector('.empty');
  });

  it('is not shown to whoever went through it, and is found in the menu', async () => {
    const { host, page } = await browser.open({ overview: sampleOverview });
    await page.waitForSelector('.change');
    expect(await page.locator('.welcome').count()).toBe(0);
    await openView(page, 'Setup, step by step');
    expect(await title(page)).toBe('Know what changes, as it happens');
    await press(page, 'Close');
    await page.waitForSelector('.change');
    expect(host.askedFor('finish-welcome')).toEqual([]);
  });

  it('takes the focus to the title of each step, so that it is read out and Tab goes on from there', async () => {
    const { page } = await open(firstRun);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Know what changes, as it happens');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('See it with a pretend Redbooth');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Set it up');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Sign in to Redbooth');
  });

  it('starts a demo beside the app', async () => {
    const { host, page } = await open(firstRun, {
      answers: { 'start-demo': { ok: true, value: { kind: 'started' } } },
    });
    await press(page, 'See it with a pretend Redbooth');
    await page.waitForSelector('.light-good:has-text("The demo opens in a window of its own")');
    expect(host.askedFor('start-demo')).toEqual([null]);
  });

  it('gives the command of the demo where the app cannot start it', async () => {
    const command = 'redbooth-notifier --demo --ui-port 0';
    const answers = { 'start-demo': { ok: true, value: { kind: 'command', command } } };
    const { page } = await open({ ...firstRun, host: 'headless' }, { answers });
    await press(page, 'See it with a pretend Redbooth');
    expect(await page.getByLabel('Command that starts the demo').inputValue()).toBe(command);
  });

  it('says why the demo could not be started', async () => {
    const failure = { code: 'system-refused', message: 'The demo could not be started.' };
    const { page } = await open(firstRun, { answers: { 'start-demo': { ok: false, failure } } });
    await press(page, 'See it with a pretend Redbooth');
    await page.waitForSelector('[role="alert"]:has-text("The demo could not be started.")');
  });

  it('goes on from signing in as soon as that is done', async () => {
    const { host, page } = await open(firstRun);
    await press(page, 'Set it up');
    host.push({ event: 'overview', overview: firstRunSignedIn });
    await page.waitForSelector('.light-good:has-text("Signed in as Ada Park")');
    await press(page, 'Continue');
    expect(await title(page)).toBe('How changes reach you');
  });

  it('begins where there is something left to do', async () => {
    const { page } = await open(firstRunSignedIn);
    expect(await title(page)).toBe('How changes reach you');
  });

  it('waits for the first hook with a light that turns green when it comes', async () => {
    const { host, page } = await open(firstRunSignedIn);
    await page.waitForSelector('.light:has-text("Waiting for the first hook…")');
    host.push({ event: 'overview', overview: firstRunConnected });
    await page.waitForSelector('.light-good:has-text("First hook received")');
    await press(page, 'Continue');
    expect(await title(page)).toBe('Try a notification');
  });

  it('asks for no hook where Redbooth is to be asked', async () => {
    const { host, page } = await open(firstRunSignedIn);
    await page.getByLabel('By asking Redbooth every minute').click();
    await expect.poll(() => host.askedFor('choose-hook-source')).toEqual([{ source: 'polling' }]);
    host.push({ event: 'overview', overview: { ...firstRunSignedIn, hookSource: 'polling' } });
    await page.waitForSelector('.light-good:has-text("nothing more to do")');
    await press(page, 'Continue');
  });

  it('says that asking needs the account', async () => {
    const { page } = await open({ ...firstRun, hookSource: 'polling' });
    await press(page, 'Set it up');
    await press(page, 'Skip this step');
    await page.waitForSelector('.light:has-text("Only with your account can Redbooth be asked")');
  });

  it('offers a message for an administrator once it is known who that is for', async () => {
    const { host, page } = await open(firstRunSignedIn);
    await page
      .getByRole('button', { name: /Copy the message/ })
      .first()
      .click();
    await expect.poll(() => host.askedFor('copy-organization-message').length).toBe(1);
  });

  it('sends a test, and is done when it was seen', async () => {
    const { host, page } = await open(firstRunConnected);
    await press(page, 'Send a test notification');
    await press(page, 'Yes');
    await page.waitForSelector('.light-good:has-text("Then all is set")');
    expect(host.askedFor('test-notification')).toEqual([null]);
    expect(await page.locator('.welcome-next').getAttribute('class')).toContain('button-main');
  });

  it('says what to look at when the test was not seen', async () => {
    const { host, page } = await open(firstRunConnected);
    await press(page, 'Send a test notification');
    await press(page, 'No');
    await press(page, 'Open the system’s settings');
    await expect.poll(() => host.askedFor('open-notification-settings').length).toBe(1);
  });

  it('asks the browser first where that is the one that shows notifications', async () => {
    const { page } = await open({ ...firstRunConnected, host: 'headless' });
    const offered = page.getByRole('button', { name: 'Show notifications in this browser' });
    const denied = page.getByText('This browser does not let the page show any');
    await offered.or(denied).waitFor();
    expect(await page.getByRole('button', { name: 'Send a test notification' }).count()).toBe(0);
  });

  it('says so when the app does not answer any more', async () => {
    const { host, page } = await open(firstRun);
    await expect.poll(() => host.streams()).toBe(1);
    host.hangUp();
    await page.waitForSelector('[role="alert"]:has-text("Connection to the app lost")');
  });

  const steps: readonly [string, Overview, readonly string[]][] = [
    ['what the app is', firstRun, []],
    ['signing in', firstRun, ['Set it up']],
    ['waiting for a hook', firstRunSignedIn, []],
    ['a test that was not seen', firstRunConnected, ['Send a test notification', 'No']],
    ['a test that was seen', { ...firstRunConnected, notices: [] }, ['Send a test notification', 'Yes']],
  ];
  describe.each(steps)('%s', (_name, overview, presses) => {
    it.each([
      ['light', narrow],
      ['dark', wide],
    ] as const)('has nothing for axe to find: %s', async (colorScheme, viewport) => {
      const { page, broken } = await browser.open({ overview, rows: [] }, { colorScheme, viewport });
      for (const name of presses) await press(page, name);
      await page.clock.setFixedTime(sampleNow + 1_000);
      expect(await axeViolations(page, false)).toEqual([]);
      expect(broken).toEqual([]);
    });
  });
});
