import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronPath, openedUrls } from './desktop.ts';
import { type SecurityApp, startSecurityApp } from './security-app.ts';

const hasElectron = electronPath() !== null;
if (!hasElectron) console.log('skipped: no Electron here (npx install-electron fetches one)');

const refusal = { ok: false, failure: { code: 'bad-request' } };

// The numbers are those of Electron’s security checklist.
describe.skipIf(!hasElectron)('the ways into the app in the real Electron', () => {
  let started: SecurityApp;
  beforeAll(async () => {
    started = await startSecurityApp();
  });
  afterAll(() => started.close());

  /** Asks through the app’s own preload, from a window that is not the app’s, on a page at `url`. */
  const askFromElsewhere = (url: string): Promise<unknown> =>
    started.app.evaluate(async ({ app, BrowserWindow }, address): Promise<unknown> => {
      const preload = `${app.getAppPath()}/dist/preload.cjs`;
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, partition: 'page', sandbox: true, contextIsolation: true },
      });
      await other.loadURL(address);
      const reply: unknown = await other.webContents.executeJavaScript('notifier.request("overview", null)');
      other.destroy();
      return reply;
    }, url);

  const ask = (name: string, payload: unknown): Promise<unknown> =>
    started.window.evaluate(
      ([name, payload]) => {
        const request: unknown = Reflect.get(Reflect.get(globalThis, 'notifier'), 'request');
        return typeof request === 'function' ? request(name, payload) : null;
      },
      [name, payload] as const,
    );

  test('the app’s own page is answered', async () => {
    expect(await ask('overview', null)).toMatchObject({ ok: true });
  });

  test.each(['data:text/html,<title>Other</title>', 'about:blank', 'app://redbooth-notifier/'])(
    'a window that is not the app’s is refused, with the app’s own preload and on %s (17)',
    async (url) => {
      expect(await askFromElsewhere(url)).toMatchObject(refusal);
    },
  );

  test('a frame inside the page has no bridge to ask by (17, 20)', async () => {
    const bridge = await started.window.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside: unknown = frame.contentWindow && Reflect.get(frame.contentWindow, 'notifier');
      frame.remove();
      return typeof inside;
    });
    expect(bridge).toBe('undefined');
  });

  test.each([
    ['nonsense', null],
    ['__proto__', null],
    ['overview', { more: 1 }],
    ['open-change', { id: 'https://example.com/' }],
    ['open-change', { id: '../1' }],
    ['open-change', 'file:///etc/passwd'],
    ['open-organization-hooks-page', { id: '1/../../evil' }],
    ['open-notification', { id: 'javascript:alert(1)' }],
  ])('a request that does not fit is refused, and opens nothing: %s %j (15, 17)', async (name, payload) => {
    const before = openedUrls().length;
    expect(await ask(name, payload)).toMatchObject({ ok: false });
    expect(openedUrls().slice(before)).toEqual([]);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%5cpackage.json',
    '/../../../../etc/passwd',
    '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/main.cjs',
    '/preload.cjs',
    '/assets/',
    '/index.html%00.js',
    '//etc/passwd',
    '/constructor',
  ])('the scheme gives out nothing at %s (18)', async (path) => {
    const answer = await started.window.evaluate(
      (url) =>
        fetch(url).then(
          async (response) => `${response.status} ${await response.text()}`,
          () => 'refused',
        ),
      `app://redbooth-notifier${path}`,
    );
    expect(answer).toMatch(/^(404 |refused)$/);
  });

  test.each(['app://other/', 'app://redbooth-notifier.example/', 'file:///etc/passwd'])(
    'there is no page at %s (18)',
    async (url) => {
      const answer = await started.app.evaluate(async ({ BrowserWindow }, address) => {
        const other = new BrowserWindow({ show: false, webPreferences: { partition: 'page', sandbox: true } });
        await other.loadURL(address).catch(() => undefined);
        const text: unknown = await other.webContents.executeJavaScript('document.documentElement.textContent.trim()');
        other.destroy();
        return text;
      }, url);
      expect(answer).toBe('');
    },
  );

  test('the app’s own window is refused as soon as it shows another page (17)', async () => {
    const { app, window } = started;
    // Only the app itself could lead it there.
    const go = (url: string): Promise<void> =>
      app.evaluate(async ({ BrowserWindow }, address) => BrowserWindow.getAllWindows()[0]?.loadURL(address), url);
    await go('data:text/html,<title>Other</title>');
    await window.waitForURL(/^data:/);
    expect(await ask('overview', null)).toMatchObject(refusal);
    await go('app://redbooth-notifier/');
    await window.waitForURL('app://redbooth-notifier/');
    expect(await ask('overview', null)).toMatchObject({ ok: true });
  });

  test('an empty page, to which any page may take itself, is refused like every other (17)', async () => {
    const { window } = started;
    await window.evaluate(() => void setTimeout(() => location.assign('about:blank')));
    await window.waitForURL('about:blank');
    expect(await ask('overview', null)).toMatchObject(refusal);
  });
});
