import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronPath, openedUrls } from './desktop.ts';
import { type SecurityApp, startSecurityApp, startTrap } from './security-app.ts';

const hasElectron = electronPath() !== null;
if (!hasElectron) console.log('skipped: no Electron here (npx install-electron fetches one)');

const elsewhere = [
  'https://example.com/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'data:text/html,<title>Elsewhere</title>',
  'javascript:document.title="Elsewhere"',
  'app://other/',
  'app://redbooth-notifier.example/',
  'redbooth-notifier://settings',
  'mailto:somebody@example.com',
  'smb://example.com/share',
  'ms-msdt:/id',
];

// The numbers are those of Electron’s security checklist.
describe.skipIf(!hasElectron)('the ways out of the page in the real Electron', () => {
  let started: SecurityApp;
  beforeAll(async () => {
    started = await startSecurityApp();
  });
  afterAll(() => started.close());

  const countWindows = (): Promise<number> =>
    started.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

  test.each(elsewhere)('the page cannot go to %s, in its window or in a frame (1, 13)', async (url) => {
    const { window } = started;
    const before = openedUrls().length;
    await window.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      const link = Object.assign(document.createElement('a'), { href: address });
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 200));
      frame.remove();
      link.remove();
    }, url);
    expect(window.url()).toBe('app://redbooth-notifier/');
    expect(await window.title()).not.toBe('Elsewhere');
    expect(openedUrls().slice(before)).toEqual([]);
  });

  test.each(elsewhere)('the page cannot open %s in a window or in another program (11, 14, 15)', async (url) => {
    const { window } = started;
    const windows = await countWindows();
    const before = openedUrls().length;
    const isOpened = await window.evaluate(async (address) => {
      const opened = globalThis.open(address);
      const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' });
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 200));
      link.remove();
      return opened !== null;
    }, url);
    expect([isOpened, await countWindows(), openedUrls().slice(before)]).toEqual([false, windows, []]);
  });

  test('the page reaches no server, and its session would not either (1, 7)', async () => {
    const trap = await startTrap();
    await started.window.evaluate(async (url) => {
      const socket = url.replace('http', 'ws');
      await fetch(url, { mode: 'no-cors' }).catch(() => undefined);
      navigator.sendBeacon(url, 'x');
      for (const [name, attribute] of [
        ['img', 'src'],
        ['script', 'src'],
        ['iframe', 'src'],
        ['video', 'src'],
        ['object', 'data'],
      ] as const) {
        const element = document.createElement(name);
        try {
          element.setAttribute(attribute, url);
          document.body.append(element);
          setTimeout(() => element.remove(), 250);
        } catch {
          // That is what is wanted.
        }
      }
      try {
        new WebSocket(socket).close();
      } catch {
        // That is what is wanted.
      }
      new EventSource(url).close();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }, trap.url);
    expect(trap.visits()).toBe(0);
    // Without any policy: a document of the session’s that is not the page.
    const loaded = await started.app.evaluate(async ({ BrowserWindow }, url) => {
      const other = new BrowserWindow({ show: false, webPreferences: { partition: 'page', sandbox: true } });
      await other.loadURL('data:text/html,<title>Other</title>');
      const asked: unknown = await other.webContents.executeJavaScript(
        `fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => 'answered', () => 'refused')`,
      );
      other.destroy();
      return asked;
    }, trap.url);
    expect([loaded, trap.visits()]).toEqual(['refused', 0]);
    trap.close();
  });

  test('the page is given no permission, whatever it asks for (5)', async () => {
    const answers = await started.window.evaluate(async () => {
      const query = (name: PermissionName): Promise<string> =>
        navigator.permissions.query({ name }).then(
          ({ state }) => state,
          () => 'unknown',
        );
      const refused = (asked: Promise<unknown> | undefined): Promise<string> =>
        (asked ?? Promise.reject(new Error('missing'))).then(
          () => 'granted',
          () => 'denied',
        );
      const position = new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject));
      return {
        queried: [await query('notifications'), await query('geolocation'), await query('persistent-storage')],
        notifications: await Notification.requestPermission(),
        position: await refused(position),
        devices: await refused(navigator.mediaDevices?.getUserMedia({ audio: true })),
        screen: await refused(navigator.mediaDevices?.getDisplayMedia({ video: true })),
        clipboard: await refused(navigator.clipboard?.readText()),
      };
    });
    expect(answers).toEqual({
      queried: ['denied', 'denied', 'denied'],
      notifications: 'denied',
      position: 'denied',
      devices: 'denied',
      screen: 'denied',
      clipboard: 'denied',
    });
  });

  test('a guest is refused even by a window that would take one (11, 12)', async () => {
    const isPrevented = await started.app.evaluate(async ({ BrowserWindow }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
      const asked = new Promise<boolean>((resolve) => {
        other.webContents.on('will-attach-webview', (event) => {
          setImmediate(() => resolve(event.defaultPrevented));
        });
      });
      await other.loadURL('data:text/html,<webview src="about:blank"></webview>');
      const answer = await asked;
      other.destroy();
      return answer;
    });
    expect(isPrevented).toBe(true);
  });
});
