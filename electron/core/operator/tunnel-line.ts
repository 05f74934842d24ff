import type { Clock } from '../clock.ts';
import type { TunnelState } from '../tunnel/tunnel-state.ts';
import type { OperatorLine, Report } from './line.ts';

/** Reports the state of the tunnel, once for each difference an operator sees: a proof that only repeats the last one is no news. */
export const createTunnelLine = (
  report: Report,
  clock: Clock,
): ((state: TunnelState, hookUrl: string | null) => void) => {
  let last = '';
  return ({ state, url, cause }, hookUrl) => {
    const line: OperatorLine = { event: 'tunnel', state, url, hookUrl, cause };
    const text = JSON.stringify(line);
    if (text !== last) report(line, clock.now());
    last = text;
  };
};
