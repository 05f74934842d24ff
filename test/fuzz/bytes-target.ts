import * as fc from 'fast-check';
import { hookPath } from './good-hook.ts';
import { asDamagedText, damaged, hostileText } from './hostile-json.ts';
import { startListenerWorld } from './listener-world.ts';
import type { FuzzTarget } from './target.ts';
import { talk } from './wire.ts';

type BytesCase = { readonly bytes: Uint8Array; readonly pieces: number; readonly leaves: 'end' | 'break-off' };

const hookBody = asDamagedText(
  damaged([{ type: 'task', id: 48123, url: 'https://redbooth.com/api/3/tasks/48123', action: 'update' }]),
);

const number = fc.oneof(
  fc.nat(200).map(String),
  fc.constantFrom('-1', '+5', '0x10', '1e3', '5, 5', '65536', '65537', '99999999999999999999', '', ' '),
);
const header = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      'Host: a',
      'User-Agent: Redbooth',
      'Content-Type: application/json',
      'Accept: */*',
      'X-Request-Id: 1',
      'Via: 1.1 relay',
      'Connection: close',
      'Connection: keep-alive, Upgrade',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA',
      'Expect: 100-continue',
      'Expect: miracles',
      'Content-Encoding: gzip',
      'Trailer: X-Last',
    ),
  },
  { weight: 1, arbitrary: number.map((value) => `Content-Length: ${value}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: gzip, chunked',
      'Transfer-Encoding : chunked',
      ' folded',
      'X-Long: '.padEnd(9_000, 'x'),
      'no colon',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.string({ maxLength: 20 }), hostileText).map(([name, value]) => `${name}: ${value}`),
  },
);
const chunk = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('-1', 'FFFFFFFF', 'ZZ', '5;a=b', '', '0', '10000000000000000'),
        fc.string({ maxLength: 40 }),
      )
      .map(([size, text]) => `${size}\r\n${text}\r\n`),
  },
);
const chunked = fc.array(chunk, { maxLength: 6 }).map((chunks) => `${chunks.join('')}0\r\n\r\n`);
const target = fc.oneof(
  { weight: 4, arbitrary: fc.constant(hookPath) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '/',
      '*',
      '//',
      `/${hookPath}`,
      `http://a${hookPath}`,
      `${hookPath}?a=b`,
      `${hookPath}/`,
      '/nonce/x',
      `${hookPath.slice(0, -1)}A`,
    ),
  },
  { weight: 1, arbitrary: fc.webPath() },
  { weight: 1, arbitrary: hostileText },
);

/** One request, or nearly one. */
const request = fc
  .record({
    method: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT') },
      { weight: 1, arbitrary: fc.oneof(fc.constantFrom('PRI', 'post', ''), hostileText) },
    ),
    target,
    version: fc.oneof(
      { weight: 20, arbitrary: fc.constant('HTTP/1.1') },
      { weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'http/1.1', 'HTTP/1.1 ', '') },
    ),
    headers: fc.array(header, { maxLength: 5 }),
    framing: fc.constantFrom('length', 'length', 'length', 'chunks', 'none'),
    line: fc.oneof(
      { weight: 20, arbitrary: fc.constant('\r\n') },
      { weight: 1, arbitrary: fc.constantFrom('\n', '\r', '\r\r\n') },
    ),
    body: fc.oneof(hookBody, hookBody, hookBody, hostileText, fc.constant('')),
    chunks: chunked,
  })
  .map(({ method, target, version, headers, framing, line, body, chunks }) => {
    const length = framing === 'length' ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
    const encoding = framing === 'chunks' ? ['Transfer-Encoding: chunked'] : [];
    const content = framing === 'chunks' ? chunks : body;
    return [`${method} ${target} ${version}`, ...headers, ...length, ...encoding, '', content].join(line);
  });

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('set', 'insert', 'cut'),
  byte: fc.nat(255),
});

const bytes = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 600 }) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.oneof(
          request.map((one) => [one]),
          fc.array(request, { minLength: 2, maxLength: 3 }),
        ),
        fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(damage, { maxLength: 3 }) },
        ),
      )
      .map(([requests, damages]) =>
        damages.reduce(
          (whole, { at, how, byte }) => {
            const place = Math.floor(at * whole.length);
            if (how === 'cut') return whole.subarray(0, place + 1);
            return Buffer.concat([
              whole.subarray(0, place),
              Buffer.of(byte),
              whole.subarray(how === 'set' ? place + 1 : place),
            ]);
          },
          Buffer.from(requests.join('')),
        ),
      ),
  },
);

const cases: fc.Arbitrary<BytesCase> = fc.record({
  bytes,
  pieces: fc.constantFrom(1, 1, 1, 2, 3, 7),
  leaves: fc.constantFrom('end', 'end', 'end', 'end', 'end', 'end', 'end', 'break-off'),
});

const split = (whole: Uint8Array, count: number): readonly Uint8Array[] => {
  const length = Math.max(1, Math.ceil(whole.length / count));
  return Array.from({ length: Math.ceil(whole.length / length) }, (_, index) =>
    whole.subarray(index * length, (index + 1) * length),
  );
};

/** All that the listener may say (docs/architecture.md); 503 only while the journal cannot be written. */
const known = new Set([100, 200, 400, 404, 408, 413, 415, 431, 503]);

/** Anything at all, sent to the listener’s port. */
export const bytesTarget: FuzzTarget<BytesCase> = {
  name: 'listener, raw bytes',
  share: 34,
  cases,
  together: 24,
  start: async () => {
    const world = await startListenerWorld();
    const seen = new Map<number, number>();
    return {
      check: async ({ bytes: whole, pieces, leaves }) => {
        const { text, statuses, ending } = await talk(world.port, {
          pieces: split(whole, pieces),
          leaves,
          hangs: 20_000,
        });
        for (const status of statuses) seen.set(status, (seen.get(status) ?? 0) + 1);
        const odd = statuses.find((status) => !known.has(status));
        if (odd !== undefined) return `status ${odd}`;
        if (ending === 'hangs' || ending === 'refused') return `the connection ${ending}`;
        if (text !== '' && !text.startsWith('HTTP/1.1 ')) return `an answer that is none: ${text.slice(0, 80)}`;
        return text.includes(hookPath.slice(1)) ? 'an answer that holds the secret' : null;
      },
      finish: async () => {
        const { complaints, figures } = await world.finish(null);
        const counts = [...seen].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
        return { complaints, figures: [`answers ${counts.join(', ')}`, ...figures] };
      },
      dispose: () => world.dispose(),
    };
  },
};
