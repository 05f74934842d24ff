import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, type Page, _electron } from 'playwright-core';
import { electronPath } from './desktop.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0;

/** The built desktop app with its window, for all tests of a file: none of them may leave a trace in it. */
export type SecurityApp = { readonly app: ElectronApplication; readonly window: Page; close(): Promise<void> };

export const startSecurityApp = async (): Promise<SecurityApp> => {
  const { ELECTRON_RUN_AS_NODE: _, REDBOOTH_ACCESS_TOKEN: __, ...inherited } = process.env;
  const env = Object.fromEntries(
    Object.entries(inherited).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const dataDirectory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-test-'));
  // Nothing answers at the discard port: the app stays signed out.
  const flags = ['--redbooth', 'http://127.0.0.1:9', '--tunnel', 'off', '--catch-up', '0', '--data-dir', dataDirectory];
  const app = await _electron.launch({
    executablePath: electronPath() ?? '',
    args: [...(needsNoSandbox ? ['--no-sandbox'] : []), root, ...flags],
    env,
  });
  const window = await app.firstWindow();
  await window.waitForLoadState();
  return {
    app,
    window,
    close: async () => {
      await app.close().catch(() => undefined);
      rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** A port on this machine that notes whoever connects to it. */
export const startTrap = async (): Promise<{ readonly url: string; visits(): number; close(): void }> => {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, visits: () => visits, close: () => void server.close() };
};
