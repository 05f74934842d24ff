import type { Clock } from '../core/clock.ts';
import { createSimulator } from './simulator.ts';
import { createTeam } from './team.ts';

/** What `--demo` runs against: a pretend Redbooth with a team at work in it. */
export type Demo = {
  readonly origin: string;
  /** Of Ada Lovell, whose notifications these are. It never expires. */
  readonly accessToken: string;
  /** Pastes the hook URL into the pretend Redbooth; the team sets to work with the first. */
  attachHook(url: string): void;
  dispose(): Promise<void>;
};

/** Starts the demo on any free port of 127.0.0.1. Every run is the same unless it gets another seed. */
export const startDemo = async (options: {
  readonly clock: Clock;
  readonly seed?: number;
  readonly pace?: number;
}): Promise<Demo> => {
  const { clock, seed = 1, pace = 1 } = options;
  const simulator = createSimulator({ seed, clock, signedInUser: 'ada' });
  const { origin } = await simulator.listen();
  const team = createTeam({ simulator, clock, seed, pace });
  return {
    origin,
    accessToken: simulator.signIn('ada').accessToken,
    attachHook: (url) => {
      simulator.attachHook(url);
      team.start();
    },
    dispose: async () => {
      team.dispose();
      await simulator.dispose();
    },
  };
};
