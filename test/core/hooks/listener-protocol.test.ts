import { describe, expect, test } from 'vitest';
import { ask, hookBody, open, request, startListener } from './harness.ts';

describe('A connection', () => {
  test('serves many hooks, one after the other', async () => {
    const { port, hookUrl, journal } = await startListener();
    const wire = open(port);
    for (let count = 1; count <= 5; count += 1) {
      wire.socket.write(request('POST', `/${hookUrl.secret}`, hookBody(count)));
      await wire.answers(count);
    }
    expect(journal.unsettled().map(({ taskId }) => taskId)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('serves plain and other requests in turns, each answered in its order', async () => {
    const { port, hookUrl, journal } = await startListener();
    const wire = open(port);
    const path = `/${hookUrl.secret}`;
    wire.socket.write(request('POST', path, hookBody(1)));
    await wire.answers(1);
    wire.socket.write(request('GET', path));
    await wire.answers(2);
    wire.socket.write(request('POST', path, hookBody(2)));
    await wire.answers(3);
    wire.socket.write(request('GET', '/wrong'));
    const answers = await wire.answers(4);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
    expect(journal.unsettled()).toHaveLength(2);
  });

  test('may bring requests before the one ahead is answered', async () => {
    const { port, hookUrl, journal } = await startListener();
    const wire = open(port);
    const path = `/${hookUrl.secret}`;
    const hooks = Buffer.concat([1, 2, 3].map((id) => request('POST', path, hookBody(id))));
    wire.socket.write(Buffer.concat([hooks, request('GET', '/wrong'), request('POST', path, 'nonsense')]));
    const answers = await wire.answers(5);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 400]);
    expect(journal.unsettled().map(({ taskId }) => taskId)).toEqual(['1', '2', '3']);
  });

  test('may bring a request right behind a plain hook that is not answered yet', async () => {
    const { port, hookUrl, journal } = await startListener();
    const wire = open(port);
    const path = `/${hookUrl.secret}`;
    wire.socket.setNoDelay(true);
    wire.socket.write(request('POST', path, hookBody(1)));
    wire.socket.write(request('POST', path, hookBody(2)));
    wire.socket.write(request('GET', '/wrong'));
    const answers = await wire.answers(3);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect(journal.unsettled()).toHaveLength(2);
  });

  test('that asks to be closed is closed after the answer', async () => {
    const { port, hookUrl } = await startListener();
    const wire = open(port);
    wire.socket.write(request('POST', `/${hookUrl.secret}`, hookBody(1), ['Connection: close']));
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1.1 200 /);
  });

  test('whose client ends it right after a plain hook still gets the answer', async () => {
    const { port, hookUrl, journal } = await startListener();
    const wire = open(port);
    wire.socket.end(request('POST', `/${hookUrl.secret}`, hookBody(1)));
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1.1 200 /);
    expect(journal.unsettled()).toHaveLength(1);
  });

  test('that breaks off in the body leaves nothing behind', async () => {
    const { port, hookUrl, journal } = await startListener();
    const wire = open(port);
    await new Promise((resolve) =>
      wire.socket.write(request('POST', `/${hookUrl.secret}`, hookBody(1)).subarray(0, -5), resolve),
    );
    wire.socket.resetAndDestroy();
    await wire.closed;
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(2)))).status).toBe(200);
    expect(journal.unsettled().map(({ taskId }) => taskId)).toEqual(['2']);
  });
});

describe('Expect: 100-continue', () => {
  test('is answered before the body is asked for', async () => {
    const { port, hookUrl, journal } = await startListener();
    const bytes = request('POST', `/${hookUrl.secret}`, hookBody(1), ['Expect: 100-continue']);
    const bodyStart = bytes.indexOf('\r\n\r\n') + 4;
    const wire = open(port);
    wire.socket.write(bytes.subarray(0, bodyStart));
    await new Promise((resolve) => wire.socket.once('data', resolve));
    expect(wire.text()).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    wire.socket.write(bytes.subarray(bodyStart));
    expect((await wire.answers(1))[0]?.status).toBe(200);
    expect(journal.unsettled()).toHaveLength(1);
  });

  test.each([
    ['a wrong path', '/wrong', 10, 404],
    ['too large a body', null, 70_000, 413],
  ])('is refused for %s without asking for the body', async (_name, path, length, status) => {
    const { port, hookUrl } = await startListener({ limits: { lingerTimeout: 50 } });
    const wire = open(port);
    wire.socket.write(
      `POST ${path ?? `/${hookUrl.secret}`} HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`,
    );
    await wire.closed;
    expect(wire.text()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test('of another kind is taken for none', async () => {
    const { port, hookUrl } = await startListener();
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(1), ['Expect: miracles']))).status).toBe(
      200,
    );
  });
});

describe('Upgrades and tunnels', () => {
  test('an upgrade is not made: the request is answered as if it had not asked', async () => {
    const { port, hookUrl } = await startListener();
    const headers = ['Connection: Upgrade', 'Upgrade: websocket'];
    expect((await ask(port, request('GET', '/wrong', '', headers))).status).toBe(404);
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(1), headers))).status).toBe(200);
  });

  test('CONNECT is answered with the usual 404, and closed', async () => {
    const { port } = await startListener();
    const usual = await ask(port, request('GET', '/'));
    const wire = open(port);
    wire.socket.write('CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n\r\n');
    const [answer] = await wire.answers(1);
    expect(answer).toMatchObject({ status: 404, body: usual.body });
    await wire.closed;
  });
});

describe('Broken HTTP', () => {
  test.each([
    ['nonsense', 'nonsense\r\n\r\n'],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc])],
    ['a header without a colon', 'GET / HTTP/1.1\r\nnonsense\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a length and chunks', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a length that is none', 'POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('like %s is answered 400 and closed', async (_name, bytes) => {
    const { port, listener } = await startListener();
    const wire = open(port);
    wire.socket.write(bytes);
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(400);
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ error: { code: 'bad-request' } });
    await wire.closed;
    expect(listener.counts().malformed).toBe(1);
  });

  test('in the chunks of a hook is answered 400, and nothing is stored', async () => {
    const { port, hookUrl, journal } = await startListener();
    const wire = open(port);
    wire.socket.write(
      `POST /${hookUrl.secret} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"typ\r\nZZ\r\n`,
    );
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1.1 400 /);
    expect(journal.unsettled()).toEqual([]);
  });

  test('behind a hook that is being stored is not answered in its place', async () => {
    const { port, hookUrl } = await startListener();
    const wire = open(port);
    wire.socket.write(
      Buffer.concat([request('POST', `/${hookUrl.secret}`, hookBody(1)), Buffer.from('nonsense\r\n\r\n')]),
    );
    await wire.closed;
    expect(wire.text()).not.toMatch(/ 400 /);
  });
});
