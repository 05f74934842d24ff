import { expect, it } from 'vitest';
import { humanLine } from '../../../electron/core/operator/human-line.ts';

const sayReady = (uiUrl: string | null): string => `ready at ${uiUrl ?? 'nothing'}`;
const at = '2026-11-23T09:00:00.000Z';
const said = (line: object): string | null => humanLine(JSON.stringify({ at, ...line }), sayReady);
const tunnel = (state: string, cause: string | null = null): object => ({
  event: 'tunnel',
  state,
  url: 'https://name.localtunnel.me',
  hookUrl: 'https://name.localtunnel.me/secret',
  cause,
});

it.each<[object, string | null]>([
  [{ event: 'ready', uiUrl: 'http://127.0.0.1:8766/#token=abc' }, 'ready at http://127.0.0.1:8766/#token=abc'],
  [{ event: 'ready', uiUrl: null }, 'ready at nothing'],
  [
    { event: 'notification', title: 'Bo assigned you “Book venue”', body: 'Autumn summit · due 3 Dec' },
    '• Bo assigned you “Book venue” — Autumn summit · due 3 Dec',
  ],
  [{ event: 'notification', title: '“Old copy” is gone', body: '' }, '• “Old copy” is gone'],
  [{ event: 'notification', title: 'Bo on “Plan”', body: 'one\n two\r\nthree' }, '• Bo on “Plan” — one · two · three'],
  [tunnel('connecting'), 'Connecting, so that Redbooth can reach this machine.'],
  [tunnel('online'), 'Reachable: Redbooth’s hooks arrive through https://name.localtunnel.me.'],
  [tunnel('degraded', 'no-answer'), 'The public address answers, but not every time. Hooks may be late. (no-answer)'],
  [tunnel('offline', 'dns'), 'Not reachable: Redbooth’s hooks do not arrive for now. Trying again. (dns)'],
  [
    tunnel('name-lost', 'name-taken'),
    'Your hook URL is lost: the tunnel server has given it to another computer. Hooks do not arrive. (name-taken)',
  ],
  [
    { ...tunnel('name-lost', 'name-taken'), url: null, hookUrl: null },
    'Your hook URL is lost: the tunnel server has given it to another computer. Hooks do not arrive. (name-taken)',
  ],
  [tunnel('off'), 'The tunnel is off: hooks arrive only if something else brings them to this machine.'],
  [tunnel('of a later version'), null],
  [{ event: 'account', state: 'signed-in', user: 'Ada Moss' }, 'Signed in to Redbooth as Ada Moss.'],
  [{ event: 'account', state: 'signed-in', user: null }, 'Signed in to Redbooth.'],
  [
    { event: 'account', state: 'signed-out', user: null },
    'Not signed in to Redbooth: changes cannot be read until you sign in.',
  ],
  [
    { event: 'account', state: 'expired', user: null },
    'Redbooth asks you to sign in again: changes cannot be read until then.',
  ],
  [{ event: 'error', code: 'tunnel-failed', message: 'It failed.' }, 'Error: It failed. (tunnel-failed)'],
  [{ event: 'hook', id: '1' }, null],
  [{ event: 'change', id: '1', title: 'Plan' }, null],
  [{ event: 'settled', result: 'changed' }, null],
  [{ event: 'skipped', reason: 'muted' }, null],
])('of %j says %j', (line, sentence) => {
  expect(said(line)).toBe(sentence);
});

it('never shows the secret path of the hook URL', () => {
  const states = ['connecting', 'online', 'degraded', 'offline', 'name-lost', 'off'];
  expect(states.map((state) => said(tunnel(state))).join()).not.toContain('secret');
});

it.each([
  ['colours and cursor moves', 'a\u001b[31mb\u001b[2Jc', 'a [31mb [2Jc'],
  ['the bell and backspaces', 'a\u0007\b\bb', 'a b'],
  ['C1 controls', 'a\u009b31mb', 'a 31mb'],
  ['turned directions', 'a\u202egnp.exe\u2066b', 'a gnp.exe b'],
  ['other line ends', 'a\u2028b\u2029c', 'a · b · c'],
])('lets no title steer the terminal by %s', (_, title, shown) => {
  expect(said({ event: 'notification', title, body: null })).toBe(`• ${shown}`);
});

it.each(['', 'plain text', '{', '[]', 'null', '7', '{"event":7}', '{"event":"constructor"}', '{"event":"unknown"}'])(
  'says nothing of %j',
  (line) => {
    expect(humanLine(line, sayReady)).toBeNull();
  },
);
