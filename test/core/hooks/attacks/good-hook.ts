import { expect } from 'vitest';
import { type TestListener, ask, hookBody, request } from '../harness.ts';

const calmId = '4812300000000000001';

/** A good hook is answered and stored, as if nothing had happened. */
export const expectGoodHook = async ({ port, hookUrl, journal }: TestListener): Promise<void> => {
  const before = journal.unsettled().length;
  expect((await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(calmId)))).status).toBe(200);
  const after = journal.unsettled();
  expect([after.length, after.at(-1)?.taskId]).toEqual([before + 1, calmId]);
};
