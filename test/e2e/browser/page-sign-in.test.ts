import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openView } from '../../renderer/harness/open-view.ts';
import { type PageBrowser, narrow, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import {
  applicationKept,
  nothingSetUp,
  overviewWith,
  sampleExpired,
  sampleFailed,
  sampleFromEnvironment,
  sampleSignedOut,
  sampleWaiting,
  withoutKeyring,
} from '../../renderer/harness/sample-account.ts';
import { sampleOverview } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const refusal = (message: string) => ({ ok: false, failure: { code: 'secrets-unwritable', message } }) as const;
const signedOut = { overview: overviewWith(sampleSignedOut), rows: [] };
const ready = { ...signedOut, signInSettings: applicationKept };

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const secretField = (page: Page) => page.getByLabel('Secret', { exact: true });
const signInButton = (page: Page) => page.locator('.steps').getByRole('button', { name: 'Sign in in the browser' });

describe.skipIf(executablePath === null)('signing in in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  const openAccount = async (
    script: Parameters<PageBrowser['open']>[0] = signedOut,
    look: Parameters<PageBrowser['open']>[1] = {},
  ) => {
    const opened = await pages.open(script, look);
    await expect.poll(() => opened.host.streams()).toBe(1);
    await openView(opened.page, 'Redbooth account');
    return opened;
  };
  const fillIn = async (page: Page, id = 'app-1', secret = 'sesame-1'): Promise<void> => {
    await page.getByLabel('Application id').fill(id);
    await secretField(page).fill(secret);
  };

  describe('the ways to the account', () => {
    it('the account line leads there by the keyboard alone; Escape closes and gives the focus back', async () => {
      const { page } = await pages.open({}, { viewport: narrow });
      await page.focus('.account-button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.account-state:has-text("Signed in as Ada Park")');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await focused(page)).toBe('Signed in as Ada Park');
    });

    it('an empty list leads there while nobody is signed in', async () => {
      const { page } = await pages.open(signedOut);
      await page.click('.empty .button:has-text("Sign in")');
      await page.waitForSelector('.steps');
    });

    it('a notice leads there', async () => {
      const notice = { id: 'signed-out', tone: 'bad' as const, title: 'Sign in again', body: 'It ran out.' };
      const overview = {
        ...sampleOverview,
        account: sampleExpired,
        notices: [{ ...notice, actions: ['sign-in' as const] }],
      };
      const { page } = await pages.open({ overview });
      await page.click('.notice-action:has-text("Sign in")');
      await page.waitForSelector('.steps');
    });

    it('the focus goes to the account line where the button that led there is gone', async () => {
      const { host, page } = await pages.open(signedOut);
      await expect.poll(() => host.streams()).toBe(1);
      await page.click('.empty .button:has-text("Sign in")');
      host.push({ event: 'overview', overview: sampleOverview });
      await page.waitForSelector('.account-state:has-text("Signed in as Ada Park")');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await focused(page)).toBe('Signed in as Ada Park');
    });

    it('nobody is asked to sign in where the environment decides who is', async () => {
      const account = {
        ...sampleFromEnvironment,
        state: 'expired' as const,
        sentence: 'Redbooth asks you to sign in again',
      };
      const hookUrls = sampleOverview.hookUrls.slice(1);
      const { page } = await pages.open({ overview: { ...overviewWith(account), hookUrls }, rows: [] });
      expect(await page.locator('.account-button, .empty').allTextContents()).toEqual([
        'Redbooth asks you to sign in again',
        expect.stringContaining('Redbooth has not sent anything yet'),
      ]);
    });
  });

  it('where the environment decides, there is nothing to change, and nothing is asked', async () => {
    const { host, page } = await openAccount({ overview: overviewWith(sampleFromEnvironment) });
    await page.waitForSelector('text=there is nothing to change here');
    expect(await page.locator('.account-view :is(button, input)').count()).toBe(0);
    expect(host.askedFor('sign-in-settings')).toEqual([]);
  });

  it('says where the access is kept, and offers no bad place where there is a good one', async () => {
    const { page } = await openAccount({});
    await page.waitForSelector(`text=${nothingSetUp.storage.sentence}`);
    expect(await page.locator('.account-view input').count()).toBe(0);
  });

  it('leads from nothing to signed in, with the focus always on the next step', async () => {
    const { host, page } = await openAccount(signedOut, { viewport: narrow });
    expect(await signInButton(page).isDisabled()).toBe(true);
    await fillIn(page);
    host.script.signInSettings = applicationKept;
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Sign in in the browser');
    expect(host.askedFor('save-application')).toEqual([{ id: 'app-1', secret: 'sesame-1' }]);
    expect(await page.locator('.account-view input').count()).toBe(0);

    const url = `${host.address}?authorize`;
    host.script.answers = { 'sign-in': { ok: true, value: { kind: 'link', url } } };
    const opening = page.context().waitForEvent('page');
    await page.keyboard.press('Enter');
    const tab = await opening;
    expect(tab.url()).toBe(url);
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    await tab.close();

    host.push({ event: 'overview', overview: overviewWith({ ...sampleSignedOut, signIn: sampleWaiting }) });
    await page.waitForSelector('.light:has-text("Waiting for you to allow this app")');
    expect(await focused(page)).toBe('Cancel');

    const hookUrls = sampleOverview.hookUrls.slice(1);
    host.push({ event: 'overview', overview: { ...sampleOverview, hookUrls } });
    await page.waitForSelector('.account-state:has-text("Signed in as Ada Park")');
    expect(await focused(page)).toBe('Connect Redbooth');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.hook-urls');
  });

  it('leads back to the list where hooks come in already', async () => {
    const { host, page } = await openAccount({
      overview: overviewWith(sampleExpired),
      signInSettings: applicationKept,
    });
    host.push({ event: 'overview', overview: sampleOverview });
    await page.click('.account-view .button:has-text("Show the changes")');
    await page.waitForSelector('dialog', { state: 'detached' });
  });

  describe('registering an application', () => {
    it('shows and copies the redirect address, and opens the page to paste it into', async () => {
      const { host, page } = await openAccount();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const field = page.getByLabel('Redirect address', { exact: true });
      expect(await field.inputValue()).toBe(nothingSetUp.redirectAddress);
      expect(await field.isEditable()).toBe(false);
      await page.click('[aria-label="Copy the redirect address"]');
      await page.waitForSelector('.copy:has-text("Copied")');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(nothingSetUp.redirectAddress);
      await page.click('.button:has-text("Open the applications page")');
      await expect.poll(() => host.askedFor('open-applications-page')).toEqual([null]);
    });

    it('is folded up once an application is kept, and can be looked at again', async () => {
      const { page } = await openAccount(ready);
      expect(await page.locator('.account-view input').count()).toBe(0);
      await page.getByRole('button', { name: 'Show how, and the redirect address' }).click();
      expect(await page.getByLabel('Redirect address', { exact: true }).inputValue()).toBe(
        nothingSetUp.redirectAddress,
      );
    });
  });

  describe('the application’s id and secret', () => {
    it('are kept by no browser and corrected by none', async () => {
      const { page } = await openAccount();
      const fields = await page
        .locator('.application-form input')
        .evaluateAll((inputs) =>
          inputs.map((input) => [input.getAttribute('autocomplete'), input.getAttribute('spellcheck')]),
        );
      expect(fields).toEqual([
        ['off', 'false'],
        ['off', 'false'],
      ]);
    });

    it('the secret is hidden unless looked at, and looking at it does not lose it', async () => {
      const { page } = await openAccount();
      await fillIn(page);
      expect(await secretField(page).getAttribute('type')).toBe('password');
      await page.click('[aria-label="Show the secret"]');
      expect(await secretField(page).getAttribute('type')).toBe('text');
      expect(await secretField(page).inputValue()).toBe('sesame-1');
      await page.click('[aria-label="Hide the secret"]');
      expect(await secretField(page).getAttribute('type')).toBe('password');
    });

    it('the secret is nowhere in the page once it is saved', async () => {
      const { host, page } = await openAccount();
      await fillIn(page);
      const field = await secretField(page).elementHandle();
      // The app does not say that it is kept: the form stays.
      await page.click('.application-form .button-main');
      await expect.poll(() => host.askedFor('sign-in-settings')).toHaveLength(2);
      await expect.poll(() => field?.inputValue()).toBe('');
      expect(await page.content()).not.toContain('sesame-1');
    });

    it('the secret leaves its field when the view closes before it is saved', async () => {
      const { page } = await openAccount();
      await fillIn(page);
      const field = await secretField(page).elementHandle();
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await field?.evaluate((element) => element instanceof HTMLInputElement && element.value)).toBe('');
    });

    it.each([
      ['no id', '', 'sesame-1'],
      ['no secret', 'app-1', ''],
      ['a secret of two words', 'app-1', 'open sesame'],
      ['an id beyond ASCII', 'äpp-1', 'sesame-1'],
    ])('are not sent with %s', async (_, id, secret) => {
      const { host, page } = await openAccount();
      await fillIn(page, id, secret);
      await page.click('.application-form .button-main');
      expect(await page.locator('.application-form input:invalid').count()).toBe(1);
      expect(host.askedFor('save-application')).toEqual([]);
    });

    it('are sent without the spaces that were copied along', async () => {
      const { host, page } = await openAccount();
      await fillIn(page, ' app-1 ', ' sesame-1 ');
      await page.click('.application-form .button-main');
      await expect.poll(() => host.askedFor('save-application')).toEqual([{ id: 'app-1', secret: 'sesame-1' }]);
    });

    it('a kept secret may stay, for its own application only', async () => {
      const { host, page } = await openAccount(ready);
      await page.getByRole('button', { name: 'Change' }).click();
      await page.waitForSelector('text=A secret is kept already. Leave this empty to go on with it.');
      await page.getByLabel('Application id').fill('another-app');
      await page.click('.application-form .button-main');
      expect(await page.locator('input[type="password"]:invalid').count()).toBe(1);
      expect(await page.locator('text=A secret is kept already').count()).toBe(0);
      await page.getByLabel('Application id').fill(applicationKept.applicationId ?? '');
      await page.click('.application-form .button-main');
      await expect
        .poll(() => host.askedFor('save-application'))
        .toEqual([{ id: applicationKept.applicationId, secret: null }]);
      await expect.poll(() => focused(page)).toBe('Sign in in the browser');
    });

    it('say beside the field why they could not be kept, until they are changed, and stay to be saved again', async () => {
      const message = 'The keyring is locked.';
      const { page } = await openAccount({ ...signedOut, answers: { 'save-application': refusal(message) } });
      await fillIn(page);
      await page.click('.application-form .button-main');
      await page.waitForSelector('.form-row .field-failure');
      expect(await secretField(page).inputValue()).toBe('sesame-1');
      expect(await secretField(page).evaluate((element) => element === document.activeElement)).toBe(true);
      const described = await secretField(page).evaluate(
        (element) =>
          document.getElementById(element.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent,
      );
      expect(described).toBe(message);
      await page.keyboard.type('2');
      expect(await page.locator('.field-failure').count()).toBe(0);
    });
  });

  describe('waiting for the browser', () => {
    const waiting = { ...ready, overview: overviewWith({ ...sampleSignedOut, signIn: sampleWaiting }) };

    it('can be given up', async () => {
      const { host, page } = await openAccount(waiting);
      await page.click('.steps .button:has-text("Cancel")');
      await expect.poll(() => host.askedFor('cancel-sign-in')).toEqual([null]);
      host.push({ event: 'overview', overview: overviewWith(sampleSignedOut) });
      await signInButton(page).waitFor();
      expect(await focused(page)).toBe('Sign in in the browser');
    });

    it('lets the page be opened again, as the browser may have held it back', async () => {
      const { host, page } = await openAccount(ready);
      const url = `${host.address}?authorize`;
      host.script.answers = { 'sign-in': { ok: true, value: { kind: 'link', url } } };
      const first = page.context().waitForEvent('page');
      await signInButton(page).click();
      await first;
      host.push({ event: 'overview', overview: waiting.overview });
      const second = page.context().waitForEvent('page');
      await page.click('.steps .button:has-text("Open the page again")');
      expect((await second).url()).toBe(url);
      expect(host.askedFor('sign-in')).toHaveLength(1);
    });

    it('goes on while the view is closed', async () => {
      const { host, page } = await openAccount(waiting);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      await openView(page, 'Redbooth account');
      await page.waitForSelector('.light:has-text("Waiting for you to allow this app")');
      expect(host.askedFor('cancel-sign-in')).toEqual([]);
    });
  });

  describe('a try that failed', () => {
    it('says why and can be repeated', async () => {
      const overview = overviewWith({ ...sampleSignedOut, signIn: sampleFailed });
      const { host, page } = await openAccount({ ...ready, overview });
      await page.waitForSelector('.steps .field-failure:has-text("You did not let the app in")');
      await page.click('.steps .button-main:has-text("Try again")');
      await expect.poll(() => host.askedFor('sign-in')).toEqual([null]);
    });

    it('says why it could not even begin', async () => {
      const failure = { code: 'sign-in-port-taken', message: 'Another program uses port 8767.' } as const;
      const { page } = await openAccount({ ...ready, answers: { 'sign-in': { ok: false, failure } } });
      await signInButton(page).click();
      await page.waitForSelector('.steps .field-failure:has-text("Another program uses port 8767.")');
      expect(await page.locator('text=Another program uses port 8767.').count()).toBe(1);
    });
  });

  describe('without a keyring', () => {
    const weakBox = (page: Page) => page.getByLabel('Keep it in a file that is not encrypted');

    it('the user may agree to a file, and take that back', async () => {
      const { host, page } = await openAccount({ ...signedOut, signInSettings: withoutKeyring });
      expect(await weakBox(page).isChecked()).toBe(false);
      const storage = { ...withoutKeyring.storage, strength: 'file' as const, sentence: 'It is kept in a plain file.' };
      host.script.signInSettings = { ...withoutKeyring, storage };
      await weakBox(page).check();
      await page.waitForSelector('text=It is kept in a plain file.');
      expect(await weakBox(page).isChecked()).toBe(true);
      await weakBox(page).uncheck();
      await expect.poll(() => host.askedFor('allow-weak-storage')).toEqual([{ allowed: true }, { allowed: false }]);
    });

    it('shows what is so, and why, where the app could not do it', async () => {
      const { page } = await openAccount({
        ...signedOut,
        signInSettings: withoutKeyring,
        answers: { 'allow-weak-storage': refusal('The disk is full.') },
      });
      await weakBox(page).click();
      await page.waitForSelector('.field-failure:has-text("The disk is full.")');
      await expect.poll(() => weakBox(page).isChecked()).toBe(false);
    });
  });

  describe('signing out', () => {
    const askToSignOut = async (script: Parameters<PageBrowser['open']>[0] = {}) => {
      const opened = await openAccount(script);
      await opened.page.click('.account-state .button');
      await opened.page.waitForSelector('.dialog-small');
      return opened;
    };

    it('is only done once confirmed', async () => {
      const { host, page } = await askToSignOut();
      await page.click('.dialog-small .button:has-text("Stay signed in")');
      await page.waitForSelector('.dialog-small', { state: 'detached' });
      expect(await focused(page)).toBe('Sign out');
      expect(host.askedFor('sign-out')).toEqual([]);
    });

    it.each([
      ['', [], 'Sign out', { forgetApplication: false, deleteHistory: false }],
      [
        ' and forgets the application',
        ['Also forget the application'],
        'Sign out',
        { forgetApplication: true, deleteHistory: false },
      ],
      [
        ' and deletes the history',
        ['Also delete the history'],
        'Sign out and delete the history',
        { forgetApplication: false, deleteHistory: true },
      ],
      [
        ' and does both',
        ['Also forget the application', 'Also delete the history'],
        'Sign out and delete the history',
        { forgetApplication: true, deleteHistory: true },
      ],
    ])('forgets the access%s, as its button says', async (_, choices, words, payload) => {
      const { host, page } = await askToSignOut();
      for (const choice of choices) await page.getByLabel(choice).check();
      expect(await page.textContent('.dialog-small .button-bad')).toBe(words);
      await page.click('.dialog-small .button-bad');
      await page.waitForSelector('.dialog-small', { state: 'detached' });
      expect(host.askedFor('sign-out')).toEqual([payload]);
    });

    it('leaves the way back in sight, with the focus on it', async () => {
      const { host, page } = await askToSignOut({ signInSettings: applicationKept });
      await page.click('.dialog-small .button-bad');
      await page.waitForSelector('.dialog-small', { state: 'detached' });
      host.push({ event: 'overview', overview: overviewWith(sampleSignedOut) });
      await signInButton(page).waitFor();
      await expect.poll(() => focused(page)).toBe('Sign in in the browser');
    });

    it('closes the question when the account is signed out elsewhere', async () => {
      const { host, page } = await askToSignOut({ signInSettings: applicationKept });
      host.push({ event: 'overview', overview: overviewWith(sampleSignedOut) });
      await page.waitForSelector('.dialog-small', { state: 'detached' });
      await expect.poll(() => focused(page)).toBe('Sign in in the browser');
    });

    it('says in its own view what went wrong, and stays', async () => {
      const { page } = await askToSignOut({ answers: { 'sign-out': refusal('The keyring is locked.') } });
      await page.click('.dialog-small .button-bad');
      await page.waitForSelector('.dialog-small .notice-bad:has-text("The keyring is locked.")');
      await expect.poll(() => page.textContent('.dialog-small .button-bad')).toBe('Sign out');
    });
  });

  it('a deleted history empties the list', async () => {
    const { host, page } = await pages.open();
    await expect.poll(() => host.streams()).toBe(1);
    host.push({ event: 'history-deleted' });
    host.push({ event: 'overview', overview: overviewWith(sampleSignedOut) });
    await page.waitForSelector('.empty:has-text("Sign in to Redbooth")');
    expect(await page.locator('.change').count()).toBe(0);
  });
});
