import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type FakeClock, createFakeClock } from '../fakes/clock.ts';
import type { Population } from '../../electron/simulator/population.ts';
import { type Simulator, type SimulatorOptions, createSimulator } from '../../electron/simulator/simulator.ts';

/** Two users in one project, of which only Bo has joined the other. */
const pair: Population = {
  organization: 'Two',
  users: [
    { firstName: 'Ada', lastName: 'Lovell', username: 'ada', isAdmin: true },
    { firstName: 'Bo', lastName: 'Lindqvist', username: 'bo' },
  ],
  projects: [
    {
      name: 'Shared',
      members: ['ada', 'bo'],
      taskLists: [
        { name: 'Inbox', tasks: [] },
        { name: 'Later', tasks: [] },
      ],
    },
    { name: 'Board', members: ['bo'], taskLists: [{ name: 'Minutes', tasks: [] }] },
  ],
};

export type Started = {
  readonly simulator: Simulator;
  readonly clock: FakeClock;
  readonly origin: string;
  readonly ada: string;
  readonly bo: string;
  /** Calls the API as Ada, or with another token. */
  readonly call: (path: string, options?: { token?: string; method?: string; body?: unknown }) => Promise<Answer>;
};

type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export const startSimulator = async (options: Partial<SimulatorOptions> = {}): Promise<Started> => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock, population: pair, ...options });
  onTestFinished(() => simulator.dispose());
  const { origin } = await simulator.listen();
  const ada = simulator.signIn('ada').accessToken;
  return {
    simulator,
    clock,
    origin,
    ada,
    bo: simulator.signIn('bo').accessToken,
    call: async (path, { token = ada, method = 'GET', body } = {}) => {
      const reply = await fetch(`${origin}/api/3${path}`, {
        method,
        redirect: 'manual',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.startsWith('application/json') === true;
      const parsed: unknown = isJson ? JSON.parse(text) : text;
      return { status: reply.status, headers: reply.headers, body: parsed };
    },
  };
};

export type ReceivedHook = {
  readonly method: string;
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
};

/** A real server that hooks can be sent to; it answers each with `status`. */
export const startReceiver = async (
  status = 200,
): Promise<{ readonly port: number; readonly url: string; readonly received: ReceivedHook[] }> => {
  const received: ReceivedHook[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({
        method: request.method ?? '',
        url: request.url ?? '',
        contentType: request.headers['content-type'] ?? '',
        body,
      });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, url: `http://127.0.0.1:${port}/secret`, received };
};
