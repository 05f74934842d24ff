import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumArguments, chromiumPath } from './chromium.ts';
import { type PageHostScript, startPageHost } from '../../renderer/harness/page-host.ts';
import { sampleNow, sampleOverview, sampleRow, sampleRows, troubledOverview } from '../../renderer/harness/sample.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const assets = fileURLToPath(new URL('../../../dist/renderer/assets/', import.meta.url));
const busy: PageHostScript = { overview: sampleOverview, rows: sampleRows, isSignedIn: true };
const narrow = { width: 360, height: 640 };
const wide = { width: 1100, height: 720 };
type Look = { viewport?: typeof wide; colorScheme?: 'light' | 'dark' };

describe.skipIf(executablePath === null)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...chromiumArguments] });
  });
  afterAll(() => browser.close());

  const open = async (
    script: Partial<PageHostScript> = {},
    { viewport = wide, colorScheme = 'light', path = '' }: Look & { path?: string } = {},
  ) => {
    const host = await startPageHost({ ...busy, ...script });
    onTestFinished(() => host.dispose());
    const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', timezoneId: 'UTC' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) broken.push(message.text());
    });
    await page.clock.setFixedTime(sampleNow);
    await page.goto(host.address + path);
    await page.waitForSelector('.change, .empty .button');
    return { host, page, broken };
  };

  /** axe reads the page from outside its rules of content security: the driver injects it. */
  const violations = async (page: Page, isCovered: boolean): Promise<string[]> => {
    await page.evaluate(axe);
    return page.evaluate<string[]>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: ${!isCovered} } } }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
    );
  };

  /** `isCovered`: a panel lies over parts of the page, which are then smaller to the pointer; it closes on a click there. */
  type State = {
    name: string;
    shows: string;
    isCovered?: boolean;
    script?: Partial<PageHostScript>;
    act?: (page: Page) => Promise<void>;
  };
  const nothingYet = {
    overview: { ...sampleOverview, unread: 0, hookUrls: sampleOverview.hookUrls.slice(1) },
    rows: [],
  };
  const states: readonly State[] = [
    { name: 'the list', shows: '.change.is-unread' },
    { name: 'trouble', shows: '.notice-bad', script: { overview: troubledOverview } },
    { name: 'an empty list', shows: '.empty', script: nothingYet },
    {
      name: 'the details of a change',
      shows: '.facts',
      act: (page) => page.click('.change [aria-label="Details"] >> nth=0'),
    },
    { name: 'the panel of reachability', shows: '.panel-title', isCovered: true, act: (page) => page.click('.pill') },
    {
      name: 'the menu to pause',
      shows: '.menu',
      isCovered: true,
      act: (page) => page.click('[aria-label="Pause notifications"]'),
    },
    {
      name: 'the view of the hook URLs',
      shows: '.steps',
      act: (page) => page.click('[aria-label="Connect Redbooth"]'),
    },
    { name: 'the keys', shows: '.keys', act: (page) => page.keyboard.press('?') },
    { name: 'a browser that is not signed in', shows: '.sign-in', script: { isSignedIn: false } },
  ];

  // Contrast hangs on the theme and room on the width, so two pairs try every state in both.
  const looks = [
    { name: 'narrow and light', viewport: narrow, colorScheme: 'light' },
    { name: 'wide and dark', viewport: wide, colorScheme: 'dark' },
  ] as const;
  for (const look of looks) {
    it.each(states)(
      `$name, ${look.name}: axe finds nothing, and nothing runs out of the window`,
      async ({ script, act, shows, isCovered = false }) => {
        const { page, broken } = await open(script, look);
        await act?.(page);
        await page.waitForSelector(shows);
        expect(await violations(page, isCovered)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          look.viewport.width,
        );
        expect(broken).toEqual([]);
      },
    );
  }

  it('keeps within its budget of JavaScript', () => {
    const sizes = readdirSync(assets)
      .filter((name) => name.endsWith('.js'))
      .map((name) => gzipSync(readFileSync(assets + name)).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    console.log(`JavaScript of the page: ${kilobytes.toFixed(1)} KB with gzip, budget 70 KB`);
    expect(kilobytes).toBeGreaterThan(1);
    expect(kilobytes).toBeLessThanOrEqual(70);
  });

  it('trades the token of a link for a session and takes it out of the address', async () => {
    const { page } = await open({ isSignedIn: false }, { path: '#token=abc123' });
    await page.waitForSelector('.change');
    expect(new URL(page.url()).hash).toBe('');
  });

  it('moves by keys, opens with Enter and shows what was read', async () => {
    const { host, page } = await open();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('change-98');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForSelector('li:has(#change-99):not(.is-unread)');
    expect(host.asked).toContainEqual({ name: 'open-change', payload: { id: '99' } });
    expect(host.asked.filter(({ name }) => name === 'open-change')).toHaveLength(1);
  });

  it('shows a pushed change at the top, in order, without being asked', async () => {
    const { host, page } = await open();
    await expect.poll(() => host.streams()).toBe(1);
    host.push({
      event: 'change',
      row: sampleRow({ id: '100', sentence: 'Bo marked “Book venue” urgent', unread: true }),
    });
    await page.waitForSelector('#change-100');
    expect(await page.textContent('.change-sentence >> nth=0')).toBe('Unread: Bo marked “Book venue” urgent');
  });

  it('shows markup in a task’s name as the text it is', async () => {
    const sentence = 'Bo renamed “<img src=x onerror=alert(1)>” to “<b>Spec</b>”';
    const { page, broken } = await open({ rows: [sampleRow({ id: '1', sentence })] });
    expect(await page.textContent('.change-sentence')).toBe(sentence);
    expect(await page.locator('.list img, .list b').count()).toBe(0);
    expect(broken).toEqual([]);
  });

  it('loads older changes on scrolling to the end', async () => {
    const { page } = await open();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 20_000);
        return page.locator('.change').count();
      })
      .toBe(sampleRows.length);
  });

  it('says that the connection is lost and catches up by itself when it is back', async () => {
    const { host, page } = await open();
    await expect.poll(() => host.streams()).toBe(1);
    host.script.rows = [sampleRow({ id: '101', sentence: 'Chi resolved “While away”' }), ...sampleRows];
    host.hangUp();
    await page.waitForSelector('text=Connection to the app lost');
    await page.waitForSelector('#change-101');
    expect(await page.locator('text=Connection to the app lost').count()).toBe(0);
  });

  it('copies a hook URL', async () => {
    const { page } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('[aria-label="Connect Redbooth"]');
    await page.click('[aria-label="Copy the hook URL “Acme”"]');
    await page.waitForSelector('.copy:has-text("Copied")');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sampleOverview.hookUrls[0]?.url);
  });

  it('selects the hook URL where the browser does not let it copy', async () => {
    const { page } = await open();
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
    const { host, page } = await open();
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
    const { host, page } = await open();
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
    const { host, page } = await open(nothingYet);
    await expect.poll(() => host.streams()).toBe(1);
    await page.click('.button-main');
    await page.waitForSelector('text=Waiting for the first hook…');
    const [first] = nothingYet.overview.hookUrls;
    const arrived = first ? [{ ...first, lastArrivalAt: sampleNow - 12_000 }] : [];
    host.push({ event: 'overview', overview: { ...nothingYet.overview, hookUrls: arrived } });
    await page.waitForSelector('text=First hook received 12 s ago');
  });

  it('raises notifications in the browser once the user allowed it, and opens what was clicked', async () => {
    const { host, page } = await open();
    await expect.poll(() => host.streams()).toBe(1);
    await page.evaluate(() => {
      class FakeNotification extends EventTarget {
        static permission = 'default';
        static requestPermission = () => Promise.resolve((FakeNotification.permission = 'granted'));
        constructor(title: string) {
          super();
          document.documentElement.dataset['raised'] = title;
          document.addEventListener('click-notification', () => this.dispatchEvent(new Event('click')));
        }
        close = () => undefined;
      }
      Object.defineProperty(window, 'Notification', { value: FakeNotification });
    });
    await page.click('text=Show notifications in this browser');
    await page.waitForSelector('.offer', { state: 'detached' });
    const notification = { id: '7', replaces: null, title: 'Chi resolved “Spec”', body: 'Autumn summit' };
    host.push({ event: 'notification', notification });
    await page.waitForSelector('html[data-raised="Chi resolved “Spec”"]');
    await page.evaluate(() => document.dispatchEvent(new Event('click-notification')));
    await expect.poll(() => host.asked.at(-1)).toEqual({ name: 'open-notification', payload: { id: '7' } });
  });

  it('fits at twice the zoom of a small window', async () => {
    const { page } = await open({}, { viewport: { width: 320, height: 400 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
