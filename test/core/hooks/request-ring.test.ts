import { expect, test } from 'vitest';
import type { ReceivedRequest } from '../../../electron/core/hooks/received-request.ts';
import { createRequestRing } from '../../../electron/core/hooks/request-ring.ts';

const aRequest = (part: Partial<ReceivedRequest> = {}): ReceivedRequest => ({
  at: 0,
  method: 'POST',
  status: 200,
  size: 0,
  duration: 0,
  userAgent: null,
  bodyStart: '',
  hookUrl: { id: 'a', name: 'Team', isReplaced: false },
  isFromRelay: false,
  outcome: 'accepted',
  problem: null,
  hookIds: [],
  ...part,
});
const stranger = (at: number) => aRequest({ at, hookUrl: null, outcome: 'not-found', status: 404 });

test('keeps the last 200 requests, newest first', () => {
  const ring = createRequestRing(0);
  for (let at = 1; at <= 250; at += 1) ring.note(aRequest({ at }));
  expect(ring.all().map(({ at }) => at)).toEqual(Array.from({ length: 200 }, (_, index) => 250 - index));
});

test('strangers take 50 of the places at most', () => {
  const ring = createRequestRing(0);
  for (let at = 1; at <= 10; at += 1) ring.note(aRequest({ at }));
  for (let at = 11; at <= 1_000; at += 1) ring.note(stranger(at));
  expect(ring.all().filter(({ hookUrl }) => hookUrl === null)).toHaveLength(50);
  expect(ring.all().filter(({ hookUrl }) => hookUrl !== null)).toHaveLength(10);
});

test('the app’s own proofs are left out', () => {
  const ring = createRequestRing(0);
  ring.note(aRequest({ outcome: 'nonce', hookUrl: null }));
  expect(ring.all()).toEqual([]);
});

test('an id names one request, and after a restart none', () => {
  const [before, after] = [createRequestRing(1), createRequestRing(2)];
  before.note(aRequest());
  after.note(aRequest());
  const [request] = before.all();
  expect(before.find(request?.id ?? '')).toEqual(request);
  expect(after.find(request?.id ?? '')).toBeNull();
  expect(request?.id).toMatch(/^[0-9a-z-]{1,40}$/);
});
