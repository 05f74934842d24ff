import { connect } from 'node:net';

/** What came back over a connection until it was closed. */
export type WireTalk = {
  readonly text: string;
  readonly statuses: readonly number[];
  readonly ending: 'closed' | 'reset' | 'hangs' | 'refused';
};

type Talking = {
  /** Sent one after the other. */
  readonly pieces: readonly Uint8Array[];
  /** How the client leaves: its half is closed and it reads on, or it breaks off. */
  readonly leaves: 'end' | 'break-off';
  readonly hangs: number;
  /** The client leaves by itself once it got its first answer. */
  readonly untilAnswered?: boolean;
};

const statusesIn = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => Number(status));

/** Sends bytes over a connection of its own, and listens until it is closed. Never rejects. */
export const talk = (port: number, { pieces, leaves, hangs, untilAnswered = false }: Talking): Promise<WireTalk> =>
  new Promise((resolve) => {
    let text = '';
    let ending: WireTalk['ending'] = 'refused';
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setNoDelay(true);
    socket.setTimeout(hangs, () => {
      ending = 'hangs';
      socket.destroy();
    });
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (untilAnswered && text.includes('\r\n\r\n')) socket.resetAndDestroy();
    });
    socket.on('error', () => {
      if (ending === 'closed') ending = 'reset';
    });
    socket.on('close', () => resolve({ text, statuses: statusesIn(text), ending }));
    const send = (index: number): void => {
      const piece = pieces[index];
      if (piece !== undefined) socket.write(piece, () => setImmediate(send, index + 1));
      else if (leaves === 'break-off') socket.resetAndDestroy();
      else if (!untilAnswered && socket.writable) socket.end();
    };
    socket.once('connect', () => {
      ending = 'closed';
      send(0);
    });
  });

/** One request on a connection of its own. */
export const postOnce = (port: number, bytes: Uint8Array, hangs: number): Promise<WireTalk> =>
  talk(port, { pieces: [bytes], leaves: 'end', hangs, untilAnswered: true });
