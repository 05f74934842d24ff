import { type Copied, type Overview, type RequestHandlers, fail, succeed } from '../../contract/index.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { describeReachability } from '../tunnel/reachability-words.ts';
import type { TunnelReachability } from '../tunnel/reachability.ts';
import { readTunnelChoice, tunnelSettings } from '../tunnel/tunnel-choice.ts';
import type { Reading } from '../reading.ts';

export type TunnelHandlerPorts = {
  readonly reading: () => Reading;
  readonly settings: SettingsStore;
  readonly tunnel: Pick<TunnelReachability, 'test' | 'replace'>;
  /** The listener's port on this machine. */
  readonly port: () => number;
  readonly copyText: (text: string) => Promise<Copied>;
  /** How changes come to be known was chosen anew, and the tunnel follows already. */
  readonly onHookSource: () => Promise<void>;
  readonly overview: () => Overview;
};

type Answered = 'tunnel-settings' | 'choose-tunnel' | 'choose-hook-source' | 'copy-local-address' | 'test-reachability';

/** Answers what the page asks about how the listener gets public. */
export const createTunnelHandlers = (ports: TunnelHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { settings, tunnel, port, copyText, onHookSource } = ports;
  const localAddress = (): string => `http://127.0.0.1:${port()}`;
  return {
    'tunnel-settings': () => succeed({ ...tunnelSettings(settings), localAddress: localAddress() }),
    'choose-tunnel': async (wanted) => {
      const { choice: before, isFixed } = tunnelSettings(settings);
      if (isFixed)
        return fail({
          code: 'settings-invalid',
          message: ports.reading().messages.answers.fixed.tunnel,
        });
      const choice = readTunnelChoice(wanted, ports.reading().messages);
      if (!choice.ok) return fail({ code: 'settings-invalid', message: choice.failure });
      settings.change(choice.value);
      if (JSON.stringify(tunnelSettings(settings).choice) !== JSON.stringify(before)) await tunnel.replace();
      return succeed(null);
    },
    'choose-hook-source': async ({ source }) => {
      if (settings.current().hookSource === source) return succeed(null);
      if (settings.isFixed('hookSource'))
        return fail({
          code: 'settings-invalid',
          message: ports.reading().messages.answers.fixed.hookSource,
        });
      if (source === 'team' && settings.current().teamServers === null)
        return fail({ code: 'settings-invalid', message: ports.reading().messages.team.serversUnusable });
      settings.change({ hookSource: source });
      await tunnel.replace();
      await onHookSource();
      return succeed(null);
    },
    'copy-local-address': async () => succeed(await copyText(localAddress())),
    'test-reachability': async () => {
      const state = await tunnel.test();
      const { hookSource } = settings.current();
      return succeed(
        hookSource === 'team'
          ? ports.overview().reachability
          : describeReachability(state, hookSource, ports.reading().messages),
      );
    },
  };
};
