import { describe, expect, test } from 'vitest';
import { type WireAnswer, ask, hookBody, request, startListener } from '../harness.ts';

/** An answer as a guesser sees it; the time of day is no secret. */
const seen = ({ status, headers, body }: WireAnswer): unknown => [
  status,
  [...headers].filter(([name]) => name !== 'date'),
  body,
];

const other = (character: string): string => (character === 'A' ? 'B' : 'A');
const nearMisses = (secret: string): readonly string[] => [
  ...Array.from(
    secret,
    (character, index) => `/${secret.slice(0, index)}${other(character)}${secret.slice(index + 1)}`,
  ),
  `/${secret.toUpperCase()}`,
  `/${secret.toLowerCase()}`,
  `/${secret.slice(1)}`,
  `/${secret.slice(0, -1)}`,
  `/${secret}A`,
  `/A${secret}`,
  `/${secret}%00`,
  `/${secret};a=b`,
  `/${secret}/status`,
  `//${secret}`,
  `/./${secret}`,
  `/x/../${secret}`,
  `/%${secret.charCodeAt(0).toString(16)}${secret.slice(1)}`,
  `/?${secret}`,
  `/#${secret}`,
  `/nonce/${secret}`,
];

describe('Guessing a path', () => {
  test.each(['POST', 'GET', 'PUT'])(
    'teaches nothing: by %s, a near miss gets the same answer as nonsense',
    async (method) => {
      const { port, hookUrl, journal } = await startListener();
      const body = method === 'GET' ? '' : hookBody(1);
      const usual = seen(await ask(port, request(method, '/nonsense', body)));
      const misses = nearMisses(hookUrl.secret).filter((path) => path !== `/${hookUrl.secret}`);
      for (const path of misses)
        expect([path, seen(await ask(port, request(method, path, body)))]).toEqual([path, usual]);
      expect(journal.unsettled()).toEqual([]);
    },
  );

  test('is told from a hook by nothing that is logged', async () => {
    const { port, hookUrl, logged } = await startListener();
    for (const path of nearMisses(hookUrl.secret).slice(0, 5)) await ask(port, request('GET', path));
    expect(logged).toEqual([]);
  });

  test('never repeats in an answer what was asked for', async () => {
    const { port } = await startListener();
    for (const path of ['/<script>alert(1)</script>', '/marker-48123', '/%0d%0aSet-Cookie:marker-48123=1']) {
      const answer = await ask(port, request('GET', path, '', ['X-Marker: marker-48123']));
      expect(JSON.stringify(seen(answer))).not.toMatch(/marker|script/);
    }
  });
});
