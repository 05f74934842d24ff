import { describe, expect, test } from 'vitest';
import { hookBody, open, request, startListener } from '../harness.ts';
import { shortLimits } from './short-limits.ts';

describe('A client that is silent', () => {
  test('from the start is closed without a word', async () => {
    const { port } = await startListener({ limits: shortLimits });
    const wire = open(port);
    await wire.closed;
    expect(wire.text()).toBe('');
  });

  test('after an answer is closed, whichever way it was answered', async () => {
    const { port, hookUrl } = await startListener({ limits: shortLimits });
    for (const bytes of [request('POST', `/${hookUrl.secret}`, hookBody(1)), request('GET', `/${hookUrl.secret}`)]) {
      const wire = open(port);
      wire.socket.write(bytes);
      await wire.closed;
      expect(wire.text()).toMatch(/^HTTP\/1.1 200 /);
    }
  });

  test('after Expect: 100-continue is closed, and nothing is stored', async () => {
    const { port, hookUrl, journal } = await startListener({ limits: shortLimits });
    const bytes = request('POST', `/${hookUrl.secret}`, hookBody(1), ['Expect: 100-continue']);
    const wire = open(port);
    wire.socket.write(bytes.subarray(0, bytes.indexOf('\r\n\r\n') + 4));
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1.1 100 /);
    expect(journal.unsettled()).toEqual([]);
  });
});
