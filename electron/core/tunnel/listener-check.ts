import type { Listener } from '../hooks/listener.ts';
import type { Log } from '../log.ts';
import type { SelfTest } from './self-test.ts';

export type ListenerCheckPorts = {
  readonly selfTest: SelfTest;
  readonly listener: Pick<Listener, 'reopen'>;
  /** The listener's port on this machine; null while it has none. */
  readonly port: () => number | null;
  readonly log: Log;
};

/**
 * A self-test that looks behind a failed proof: it asks the listener itself, on this machine, for the same kind of nonce. When
 * that fails too, the trouble is ours: the cause is `listener-dead`, and the listener is opened anew on the same port.
 */
export const createListenerCheck = ({ selfTest, listener, port, log }: ListenerCheckPorts): SelfTest => ({
  prove: async (publicUrl, signal) => {
    const proof = await selfTest.prove(publicUrl, signal);
    const localPort = port();
    if (proof.outcome === 'proven' || localPort === null || signal.aborted) return proof;
    const local = await selfTest.prove(`http://127.0.0.1:${localPort}`, signal);
    if (local.outcome === 'proven' || signal.aborted) return proof;
    log.warn('The listener did not answer on this machine; it is opened anew.');
    const reopened = await listener.reopen();
    if (!reopened.ok) log.error(reopened.failure.message);
    return { outcome: 'failed', cause: 'listener-dead' };
  },
});
