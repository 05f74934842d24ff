import type { Clock } from '../clock.ts';
import type { Report } from '../operator/line.ts';
import type { TeamState } from './session.ts';

/** Makes what tells operators of the team's stream: its state, and why when it is offline. */
export const createTeamLine =
  (report: Report, clock: Clock) =>
  ({ state, trouble }: TeamState): void => {
    const at = clock.now();
    report({ event: 'team', state, cause: trouble?.code ?? null }, at);
    if (trouble?.isFinal === true) report({ event: 'error', code: trouble.code, message: trouble.message }, at);
  };
