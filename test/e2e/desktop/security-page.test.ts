import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagePolicy } from '../../../electron/core/page/policy.ts';
import { electronPath } from './desktop.ts';
import { type SecurityApp, startSecurityApp } from './security-app.ts';

const hasElectron = electronPath() !== null;
if (!hasElectron) console.log('skipped: no Electron here (npx install-electron fetches one)');

// The numbers are those of Electron’s security checklist.
describe.skipIf(!hasElectron)('the page in the real Electron', () => {
  let started: SecurityApp;
  beforeAll(async () => {
    started = await startSecurityApp();
  });
  afterAll(() => started.close());

  test('runs without Node, isolated and sandboxed, with nothing loosened (2, 3, 4, 6, 8, 9, 10, 12)', async () => {
    const preferences = await started.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        // Not in the typings, as it is meant for tests.
        const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences');
        const all: unknown = typeof read === 'function' ? Reflect.apply(read, window.webContents, []) : null;
        return typeof all === 'object' && all !== null ? Object.fromEntries(Object.entries(all)) : {};
      }),
    );
    expect(preferences).toHaveLength(1);
    const [own = {}] = preferences;
    expect(own).toMatchObject({ contextIsolation: true, sandbox: true, webSecurity: true });
    const loose = [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'webviewTag',
    ];
    expect(loose.filter((name) => own[name] === true)).toEqual([]);
    expect(own['enableBlinkFeatures'] ?? '').toBe('');
  });

  test('has no way to Node or to Electron (2, 3)', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'];
    expect(await started.window.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
  });

  test('gets two functions of the app and nothing behind them (20)', async () => {
    const found = await started.window.evaluate(() => {
      const bridge: unknown = Reflect.get(globalThis, 'notifier');
      if (typeof bridge !== 'object' || bridge === null) return null;
      const before = Reflect.get(bridge, 'request');
      // What the page does to the bridge stays the page’s own affair.
      Reflect.set(bridge, 'request', () => 'replaced');
      return {
        names: Object.keys(bridge).sort(),
        isKept: Reflect.get(bridge, 'request') === before,
        leaks: ['constructor', 'sender', 'invoke', 'send', 'on'].filter((name) => Object.hasOwn(bridge, name)),
      };
    });
    expect(found).toEqual({ names: ['request', 'subscribe'], isKept: true, leaks: [] });
  });

  test('comes from its own scheme, with its policy in the header (7, 18)', async () => {
    expect(started.window.url()).toBe('app://redbooth-notifier/');
    const headers = await started.window.evaluate(() =>
      fetch('/').then(({ headers }) => [headers.get('content-security-policy'), headers.get('x-content-type-options')]),
    );
    expect(headers).toEqual([pagePolicy, 'nosniff']);
  });

  test('runs no code but its own files (7)', async () => {
    const ran = await started.window.evaluate(
      () =>
        new Promise<readonly string[]>((resolve) => {
          const found: string[] = [];
          const attempt = (name: string, act: () => void): void => {
            try {
              act();
              found.push(name);
            } catch {
              // That is what is wanted.
            }
          };
          Reflect.set(globalThis, 'noteRun', (name: string) => found.push(name));
          // From a timer, as what a debugger calls may do more than the page.
          setTimeout(() => {
            attempt('eval', () => void Reflect.apply(Reflect.get(globalThis, 'eval'), null, ['1']));
            attempt('Function', () => void Reflect.construct(Function, ['return 1']));
            attempt('markup from text', () => Reflect.set(document.createElement('div'), 'innerHTML', '<b>x</b>'));
            const script = document.createElement('script');
            try {
              script.append('noteRun("inline script")');
              document.body.append(script);
              script.remove();
            } catch {
              // That is what is wanted.
            }
            const image = document.createElement('img');
            try {
              image.setAttribute('onerror', 'noteRun("inline handler")');
            } catch {
              // That is what is wanted.
            }
            image.src = 'data:,';
            document.body.append(image);
            setTimeout(() => {
              image.remove();
              resolve(found);
            }, 300);
          });
        }),
    );
    expect(ran).toEqual([]);
  });
});
