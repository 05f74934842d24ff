import { systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Settings } from '../core/settings/settings.ts';
import { startDemo } from '../simulator/demo.ts';
import { createRelay } from '../simulator/relay/relay.ts';

/** The pretend Redbooth with its team, and a relay on this machine, for a demo. */
export type DemoWorld = {
  readonly overrides: Partial<Settings>;
  readonly accessToken: string;
  /** API requests a second, sustained. */
  readonly apiRate: number;
  /** Pastes the hook URL into the pretend Redbooth: from then on the team is at work. */
  attachHook(url: string): void;
  dispose(): Promise<void>;
};

/** Many times Redbooth's own: the pretend one has no limit. */
const apiRate = 50;

/** Starts everything a demo needs on this machine. */
export const startDemoWorld = async (log: Log): Promise<DemoWorld> => {
  const [demo, relay] = [await startDemo({ clock: systemClock }), createRelay({})];
  const { url } = await relay.listen();
  log.info(`The pretend Redbooth is at ${demo.origin}.`);
  let attached: string | null = null;
  return {
    overrides: { redbooth: demo.origin, tunnel: 'localtunnel', tunnelHost: url },
    accessToken: demo.accessToken,
    apiRate,
    attachHook: (hookUrl) => {
      if (attached === hookUrl) return;
      attached = hookUrl;
      demo.attachHook(hookUrl);
    },
    dispose: async () => {
      await demo.dispose();
      relay.dispose();
    },
  };
};
