import { type Socket, connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/** What a round of load came to. Latencies are in ms. */
export type Round = {
  readonly answers: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
};

export type Target = { readonly port: number; readonly path: string };

const isOk = (answer: Buffer): boolean => answer.toString('latin1', 9, 12) === '200';

/** Requests made beforehand, so that a round costs its own side as little as can be. */
const requestsFor = ({ path }: Target): readonly Buffer[] =>
  Array.from({ length: 1_000 }, (_, index) => {
    const id = String(48_000_000 + index * 37);
    const body = JSON.stringify({ type: 'task', id, url: `https://redbooth.com/api/3/tasks/${id}`, action: 'update' });
    return Buffer.from(
      `POST ${path} HTTP/1.1\r\nHost: example.test\r\nUser-Agent: Redbooth\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  });

/**
 * Keeps `connections` keep-alive connections busy for `duration` ms, each with one request at a time. Rejects at the
 * first answer that is not a 200, as a server that refuses is fast.
 */
export const load = async (target: Target, connections: number, duration: number): Promise<Round> => {
  const requests = requestsFor(target);
  const latencies: number[] = [];
  let next = 0;
  const begin = performance.now();
  const end = begin + duration;
  const sockets: Socket[] = [];
  const keepBusy = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port: target.port, host: '127.0.0.1', noDelay: true });
      sockets.push(socket);
      let sentAt = 0;
      const send = (): void => {
        const request = requests[next++ % requests.length];
        sentAt = performance.now();
        if (request) socket.write(request);
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('close', () => resolve());
      socket.on('data', (answer: Buffer) => {
        const now = performance.now();
        if (!isOk(answer)) reject(new Error(`answered: ${answer.toString('latin1', 0, 80)}`));
        latencies.push(now - sentAt);
        if (now < end) send();
        else socket.end();
      });
    });
  try {
    await Promise.all(Array.from({ length: connections }, keepBusy));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const elapsed = performance.now() - begin;
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { answers: latencies.length, perSecond: latencies.length / (elapsed / 1000), p50: at(0.5), p99: at(0.99) };
};
