import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Round } from './load.ts';

/** Where hooks are sent from outside: `host` is the Host header, by which a relay tells its tunnels apart. */
export type Visited = { readonly port: number; readonly host: string; readonly path: string };

/** One hook on a connection of its own. Rejects unless it is answered 200. */
const visit = ({ port, host, path }: Visited, id: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ type: 'task', id, url: `https://redbooth.com/api/3/tasks/${id}`, action: 'update' });
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = '';
    socket.on('connect', () =>
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: Redbooth\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      ),
    );
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (!answer.includes('\r\n\r\n')) return;
      if (answer.startsWith('HTTP/1.1 200 ')) resolve();
      else reject(new Error(`answered: ${answer.slice(0, 80)}`));
      // A reset leaves no port behind that nobody may use for a minute: thousands are needed.
      socket.resetAndDestroy();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed without an answer')));
  });

/** Sends hooks for `duration` ms, `width` at a time, each on a connection of its own, as Redbooth does. */
export const sendVisits = async (visited: Visited, width: number, duration: number): Promise<Round> => {
  const latencies: number[] = [];
  const begin = performance.now();
  const send = async (): Promise<void> => {
    for (let now = performance.now(); now < begin + duration; now = performance.now()) {
      await visit(visited, 48_000_000 + latencies.length);
      latencies.push(performance.now() - now);
    }
  };
  await Promise.all(Array.from({ length: width }, send));
  const elapsed = performance.now() - begin;
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { answers: latencies.length, perSecond: latencies.length / (elapsed / 1000), p50: at(0.5), p99: at(0.99) };
};
