import { createServer } from 'node:http';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startPageServer } from '../../web/page-server-fixture.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

/** A name of somebody else’s that leads to this machine, as after DNS rebinding. */
const evilName = 'evil.example';

/** Another web server on this machine, which serves whatever an attacker’s page needs. */
const startAttacker = async (): Promise<number> => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Elsewhere</title><body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

type Asked = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly mode?: RequestMode;
  readonly credentials?: RequestCredentials;
};

/** What a page gets when it asks by `fetch`: a status, or “refused” where the browser does not give it the answer. */
const ask = (page: Page, url: string, init: Asked): Promise<string> =>
  page.evaluate(
    ([address, options]) =>
      fetch(address, options).then(
        ({ status }) => String(status),
        () => 'refused',
      ),
    [url, init] as const,
  );

const json = { 'Content-Type': 'application/json' };
const post = { method: 'POST', headers: json, body: 'null', credentials: 'include' } as const;

describe.skipIf(executablePath === null)('the page’s server and a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...chromiumArguments, `--host-resolver-rules=MAP ${evilName} 127.0.0.1`],
    });
  });
  afterAll(() => browser.close());

  /** A browser that was let in, and what the server answered it since. */
  const signedIn = async () => {
    const world = await startPageServer();
    const own = `http://127.0.0.1:${world.port}`;
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(own);
    expect(await ask(page, '/api/session', { ...post, body: JSON.stringify({ token: world.issueToken() }) })).toBe(
      '204',
    );
    expect(await ask(page, '/api/resume', post)).toBe('200');
    expect(world.calls.splice(0)).toHaveLength(1);
    const statuses: number[] = [];
    context.on('response', (response) => {
      if (new URL(response.url()).port === String(world.port)) statuses.push(response.status());
    });
    return { ...world, own, context, page, statuses };
  };

  describe('a name that was rebound to this machine', () => {
    test('gets neither the page nor an answer, though the browser takes it for the page’s own server', async () => {
      const { port, page, calls, server } = await signedIn();
      const rebound = `http://${evilName}:${port}`;
      expect((await page.goto(rebound))?.status()).toBe(403);
      expect(await page.title()).not.toBe('Page');
      expect(await ask(page, '/api/resume', post)).toBe('403');
      expect(await ask(page, '/api/session', { ...post, body: '{"token":"x"}' })).toBe('403');
      expect(await ask(page, '/api/events', {})).toBe('403');
      expect([calls, server.connectedPages()]).toEqual([[], 0]);
    });
  });

  describe.each([
    ['another site', evilName],
    ['another server on this machine, which gets the cookie', '127.0.0.1'],
  ])('%s', (_name, hostname) => {
    const visit = async () => {
      const world = await signedIn();
      const elsewhere = `http://${hostname}:${await startAttacker()}`;
      await world.page.goto(elsewhere);
      return world;
    };

    test('can send nothing that reaches the app, by any way that needs no leave', async () => {
      const { page, own, calls, statuses } = await visit();
      const text = { 'Content-Type': 'text/plain' };
      const simple = { method: 'POST', mode: 'no-cors', credentials: 'include', headers: text, body: 'null' } as const;
      // Whether the browser sends it or not, nothing comes of it.
      expect(await ask(page, `${own}/api/resume`, simple)).toBe('refused');
      expect(await ask(page, `${own}/api/events`, { mode: 'no-cors', credentials: 'include' })).toBe('refused');
      await page.evaluate((url) => navigator.sendBeacon(url, 'null'), `${own}/api/resume`);
      const submitted = page.context().waitForEvent('response', (response) => response.url().endsWith('/api/pause'));
      await page.evaluate((action) => {
        const form = Object.assign(document.createElement('form'), { action, method: 'post', enctype: 'text/plain' });
        form.append(Object.assign(document.createElement('input'), { name: '{"minutes":null,"x":"', value: '"}' }));
        document.body.append(form);
        form.submit();
      }, `${own}/api/pause`);
      await submitted;
      expect(calls).toEqual([]);
      expect([...new Set(statuses)]).toEqual([403]);
    });

    test('is given no leave to send more, and can read nothing', async () => {
      const { page, own, calls } = await visit();
      expect(await ask(page, `${own}/api/resume`, post)).toBe('refused');
      expect(await ask(page, `${own}/`, { credentials: 'include' })).toBe('refused');
      expect(await ask(page, `${own}/assets/app.js`, {})).toBe('refused');
      expect(calls).toEqual([]);
    });

    test('cannot listen to the app’s events', async () => {
      const { page, own, server } = await visit();
      const outcome = await page.evaluate(
        (url) =>
          new Promise<string>((resolve) => {
            const source = new EventSource(url, { withCredentials: true });
            source.addEventListener('open', () => resolve('open'));
            source.addEventListener('error', () =>
              resolve(source.readyState === EventSource.CLOSED ? 'closed' : 'error'),
            );
          }),
        `${own}/api/events`,
      );
      expect([outcome, server.connectedPages()]).toEqual(['closed', 0]);
    });

    test('can neither frame the page nor use its files', async () => {
      const { page, own } = await visit();
      const framed = await page.evaluate(
        (url) =>
          new Promise<string>((resolve) => {
            const frame = document.createElement('iframe');
            frame.addEventListener('load', () => {
              // Null when it is of another origin.
              resolve(frame.contentDocument?.title ?? 'foreign');
            });
            frame.src = url;
            document.body.append(frame);
          }),
        own,
      );
      expect(framed).toBe('foreign');
      expect(page.frames().map((frame) => frame.url())).not.toContain(`${own}/`);
      const loaded = await page.evaluate(
        (url) =>
          new Promise<string>((resolve) => {
            const script = document.createElement('script');
            script.addEventListener('load', () => resolve('loaded'));
            script.addEventListener('error', () => resolve('refused'));
            script.src = url;
            document.body.append(script);
          }),
        `${own}/assets/app.js`,
      );
      expect(loaded).toBe('refused');
    });

    test('cannot hold on to a window of the page that it opened', async () => {
      const { page, own, context } = await visit();
      const opening = context.waitForEvent('page');
      await page.evaluate((url) => void Object.assign(window, { opened: window.open(url) }), own);
      const opened = await opening;
      await opened.waitForLoadState();
      const [isOpener, title] = await opened.evaluate(() => [window.opener !== null, document.title] as const);
      // Another site does not even get the page; one on this machine has led to it, and is cut off from it.
      if (hostname === evilName) expect(title).not.toBe('Page');
      else expect([isOpener, title]).toEqual([false, 'Page']);
    });
  });

  describe('a browser without a good link', () => {
    const visitor = async () => {
      const world = await startPageServer();
      const context = await browser.newContext();
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${world.port}`);
      const redeem = (token: string) => ask(page, '/api/session', { ...post, body: JSON.stringify({ token }) });
      const isLetIn = async () => (await ask(page, '/api/resume', post)) === '200';
      return { ...world, page, context, redeem, isLetIn };
    };

    test('gets no answer, and no events', async () => {
      const { page, isLetIn, calls } = await visitor();
      expect(await isLetIn()).toBe(false);
      expect(await ask(page, '/api/events', {})).toBe('401');
      expect(calls).toEqual([]);
    });

    test('is not let in by one that was used, nor by one that is 10 minutes old', async () => {
      const { redeem, isLetIn, issueToken, client, clock } = await visitor();
      const used = issueToken();
      expect((await client.post('/api/session', { token: used })).status).toBe(204);
      expect(await redeem(used)).toBe('401');
      const stale = issueToken();
      await clock.advance(10 * 60_000);
      expect(await redeem(stale)).toBe('401');
      expect(await isLetIn()).toBe(false);
    });

    test('is let in by a good one, and no script ever sees what it was given', async () => {
      const { redeem, isLetIn, issueToken, page, context } = await visitor();
      expect(await redeem(issueToken())).toBe('204');
      expect(await isLetIn()).toBe(true);
      expect(await page.evaluate(() => document.cookie)).toBe('');
      expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
    });
  });
});
