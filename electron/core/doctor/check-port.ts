import { type CheckWords, type RunCheck, broken, notApplicable, ok } from './finding.ts';

/** Who has a port: nobody, something that answers like the hook listener, or something else. */
export type PortUse = 'free' | 'listener' | 'foreign';

/** Whether the listener's port is as it should be, seen from outside the app. */
export const checkPort =
  (
    words: CheckWords['listener'],
    ports: {
      readonly hookPort: number | null;
      readonly isRunning: boolean;
      readonly portUse: (port: number, signal: AbortSignal) => Promise<PortUse>;
    },
  ): RunCheck =>
  async (signal) => {
    const { hookPort, isRunning, portUse } = ports;
    if (hookPort === null) return notApplicable(words.portUnset);
    const subject = `http://127.0.0.1:${hookPort}`;
    const use = await portUse(hookPort, signal);
    if (isRunning) return use === 'listener' ? ok(words.ok, subject) : broken(words.silent, subject);
    return use === 'free' ? ok(words.free, subject) : broken(words.foreign, subject);
  };
