import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { startHost } from '../headless/host.ts';
import { createWorld } from '../headless/world.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

describe.skipIf(executablePath === null)('the page of the headless host in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...chromiumArguments] });
  });
  afterAll(() => browser.close());

  const open = async () => {
    const world = await createWorld();
    const flags = world.flags.filter((flag) => flag !== '--no-ui');
    const host = startHost(
      [...flags, '--ui-port', '0', '--tunnel', 'off', '--data-dir', temporaryDirectory()],
      world.environment,
    );
    const { uiUrl, localUrl } = await host.line('ready');
    await host.line('account', (line) => line['state'] === 'signed-in');
    await world.caughtUp(1);
    world.simulator.attachHook(String(localUrl));
    const context: BrowserContext = await browser.newContext();
    onTestFinished(() => context.close());
    const page: Page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(String(uiUrl));
    await page.getByText('Signed in as Ada Lovell').waitFor();
    return { world, host, context, page, complaints, uiUrl: String(uiUrl) };
  };

  test('a change appears without reloading, in the words of its notification', async () => {
    const { world, host, page, complaints } = await open();
    world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', project: 'Autumn summit' });
    const { title } = await host.line('notification');
    await page.getByText(String(title)).waitFor();
    expect(title).toBe('Bo created “Book venue”');
    expect(complaints).toEqual([]);
  });

  test('clicking a row shows the task and marks the row read, and “o” opens it in Redbooth', async () => {
    const { world, host, page, context } = await open();
    const { taskId } = world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
    const change = await host.line('change');
    await page.getByText('Unread 1').waitFor();
    await page.getByText('Bo created “Book venue”').first().click();
    await page.locator('.detail-title').waitFor();
    const [task] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('o')]);
    await task.waitForURL(String(change['url']));
    await task.getByText('Book venue').first().waitFor();
    expect(task.url()).toContain(`/tasks/${taskId}`);
    expect(await task.evaluate(() => window.opener)).toBeNull();
    await page.getByText(/^Unread( 0)?$/).waitFor();
  });

  test('one connected page raises the notification, and a click on it opens the task', async () => {
    const { world, host, page, context } = await open();
    await context.grantPermissions(['notifications'], { origin: new URL(page.url()).origin });
    await page.addInitScript(() => {
      Object.assign(window, { raised: [] });
      class Recorded extends EventTarget {
        static permission = 'granted';
        static requestPermission = async () => 'granted';
        onclick: ((event: Event) => void) | null = null;
        constructor(title: string, options: NotificationOptions) {
          super();
          const raised: unknown = Reflect.get(window, 'raised');
          if (Array.isArray(raised))
            raised.push({
              title,
              body: options.body,
              click: () => {
                this.onclick?.(new Event('click'));
                this.dispatchEvent(new Event('click'));
              },
            });
        }
        close(): void {}
      }
      Object.defineProperty(window, 'Notification', { value: Recorded });
    });
    await page.reload();
    await page.getByText('Signed in as Ada Lovell').waitFor();
    world.simulator.createTask({ name: 'Pricing page', by: 'bo', assignedTo: 'ada' });
    const line = await host.line('notification');
    await page.waitForFunction(() => Reflect.get(window, 'raised').length === 1);
    const raised: unknown = await page.evaluate(() => {
      const [first] = Reflect.get(window, 'raised');
      return { title: first.title, body: first.body };
    });
    expect(raised).toEqual({ title: line['title'], body: line['body'] });
    const [task] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(() => Reflect.get(window, 'raised')[0].click()),
    ]);
    await task.waitForURL(String(line['url']));
  });

  test('the one-time link lets nobody in a second time', async () => {
    const { context, uiUrl, page } = await open();
    expect(page.url()).not.toContain('token');
    const stranger = await browser.newContext();
    onTestFinished(() => stranger.close());
    const other = await stranger.newPage();
    await other.goto(uiUrl);
    await other.getByText('redbooth-notifier --ui-link').waitFor();
    expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
  });

  test('the page never polls: with nothing happening it asks for nothing', async () => {
    const { page } = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.clock.install();
    await page.clock.runFor(10 * 60_000);
    expect(asked).toEqual([]);
  });

  test('hostile names and comments are shown as text', async () => {
    const { world, page, host } = await open();
    const name = '<img src=x onerror=alert(1)><b>bold</b>';
    world.simulator.createTask({ name, by: 'bo', assignedTo: 'ada' });
    await host.line('notification');
    await page.getByText(`Bo created “${name}”`).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });
});
