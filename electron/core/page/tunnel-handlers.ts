import { type Copied, type RequestHandlers, fail, succeed } from '../../contract/index.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { describeReachability } from '../tunnel/reachability-words.ts';
import type { TunnelReachability } from '../tunnel/reachability.ts';
import { readTunnelChoice, tunnelSettings } from '../tunnel/tunnel-choice.ts';

export type TunnelHandlerPorts = {
  readonly settings: SettingsStore;
  readonly tunnel: Pick<TunnelReachability, 'test' | 'replace'>;
  /** The listener's port on this machine. */
  readonly port: () => number;
  readonly copyText: (text: string) => Promise<Copied>;
  /** How changes come to be known was chosen anew, and the tunnel follows already. */
  readonly onHookSource: () => void;
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
          message:
            'How hooks reach you is fixed for this run by a flag or a settings file. Start the app without it to choose here.',
        });
      const choice = readTunnelChoice(wanted);
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
          message:
            'How changes reach you is fixed for this run by a flag or a settings file. Start the app without it to choose here.',
        });
      settings.change({ hookSource: source });
      await tunnel.replace();
      onHookSource();
      return succeed(null);
    },
    'copy-local-address': async () => succeed(await copyText(localAddress())),
    'test-reachability': async () => succeed(describeReachability(await tunnel.test(), settings.current().hookSource)),
  };
};
