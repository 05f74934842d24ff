import { describe, expect, it } from 'vitest';
import type { PageEvent } from '../../electron/contract/index.ts';
import { startPageServer } from './page-server-fixture.ts';

const read = (id: string): PageEvent => ({ event: 'changes-read', which: [id] });
const notification = (title: string): PageEvent => ({
  event: 'notification',
  notification: { id: '1', replaces: null, title, body: '', isSilent: false, changeIds: [] },
});

describe('the event stream', () => {
  it('brings each event to every page, one a line of JSON', async () => {
    const { client, signIn, tell } = await startPageServer();
    const cookie = await signIn();
    const pages = [await client.listen(cookie), await client.listen(cookie)];
    tell(read('1'));
    tell(read('line\nfeed'));
    for (const page of pages) {
      await page.received('feed');
      expect(page.headers['content-type']).toBe('text/event-stream; charset=utf-8');
      const lines = page
        .text()
        .split('\n')
        .filter((line) => line.startsWith('data: '));
      expect(lines.map((line) => JSON.parse(line.slice('data: '.length)))).toEqual([read('1'), read('line\nfeed')]);
      expect(page.text().endsWith('\n\n')).toBe(true);
    }
  });

  it.each([
    ['without a session', 401, { Cookie: '' }],
    ['with a foreign origin', 403, { Origin: 'https://evil.example' }],
    ['for another port’s page', 403, { 'Sec-Fetch-Site': 'same-site' }],
    ['for another site', 403, { 'Sec-Fetch-Site': 'cross-site' }],
    ['under another host name', 403, { Host: 'evil.example' }],
  ])('is not opened %s', async (_, status, headers) => {
    const { client, signIn, server } = await startPageServer();
    const answer = await client.listen(await signIn(), headers);
    expect([answer.status, server.connectedPages()]).toEqual([status, 0]);
  });

  it('opens for the page’s own origin', async () => {
    const { client, signIn, port } = await startPageServer();
    const own = { Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' };
    expect((await client.listen(await signIn(), own)).status).toBe(200);
  });

  it('shows every 25 s that it is alive', async () => {
    const { client, signIn, clock } = await startPageServer();
    const page = await client.listen(await signIn());
    await clock.advance(50_000);
    await page.received(': still here\n\n: still here\n\n');
  });

  it('counts pages as they come and go', async () => {
    const { client, signIn, server } = await startPageServer();
    const cookie = await signIn();
    const page = await client.listen(cookie);
    await client.listen(cookie);
    expect(server.connectedPages()).toBe(2);
    page.close();
    await expect.poll(() => server.connectedPages()).toBe(1);
  });

  it('closes the page that was idle the longest when an eleventh comes', async () => {
    const { client, signIn, server } = await startPageServer();
    const [busy, idle] = [await signIn(), await signIn()];
    const first = await client.listen(busy);
    const second = await client.listen(idle);
    for (let page = 3; page <= 10; page += 1) await client.listen(busy);
    await client.post('/api/resume', null, { Cookie: busy });
    await client.listen(busy);
    await second.closed();
    expect(server.connectedPages()).toBe(10);
    expect(server.notifyOne(notification('still listening'))).toBe(true);
    expect(first.text()).not.toContain('still listening');
  });

  it('drops a page that no longer reads, without holding the others up', async () => {
    const { client, signIn, server, tell } = await startPageServer();
    const cookie = await signIn();
    const hung = await client.listen(cookie);
    const alive = await client.listen(cookie);
    hung.pause();
    let sent = 0;
    for (; sent < 1000 && server.connectedPages() === 2; sent += 1) {
      tell(read(`${sent} ${'x'.repeat(100_000)}`));
      await alive.received(`["${sent} `);
    }
    expect(server.connectedPages()).toBe(1);
    tell(read('afterwards'));
    await alive.received('afterwards');
  });

  it('ends with the server, which then listens to the app no more', async () => {
    const { client, signIn, server, listeners, clock } = await startPageServer();
    const page = await client.listen(await signIn());
    await server.dispose();
    await page.closed();
    expect([listeners.size, clock.waiting(), server.connectedPages()]).toEqual([0, 0, 0]);
  });
});

describe('an event for one page', () => {
  it('goes nowhere while no page listens', async () => {
    const { server } = await startPageServer();
    expect(server.notifyOne(notification('nobody'))).toBe(false);
  });

  it('goes to the page that was opened last', async () => {
    const { client, signIn, server, tell } = await startPageServer();
    const cookie = await signIn();
    const [first, second] = [await client.listen(cookie), await client.listen(cookie)];
    expect(server.notifyOne(notification('once'))).toBe(true);
    tell(read('end'));
    await Promise.all([first.received('end'), second.received('end')]);
    expect([first.text().includes('once'), second.text().includes('once')]).toEqual([false, true]);
  });

  it('goes to the browser that was used last', async () => {
    const { client, signIn, server, tell } = await startPageServer();
    const [used, other] = [await signIn(), await signIn()];
    const [first, second] = [await client.listen(used), await client.listen(other)];
    await client.post('/api/resume', null, { Cookie: used });
    server.notifyOne(notification('once'));
    tell(read('end'));
    await Promise.all([first.received('end'), second.received('end')]);
    expect([first.text().includes('once'), second.text().includes('once')]).toEqual([true, false]);
  });
});
