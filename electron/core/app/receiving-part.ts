import * as v from 'valibot';
import { type Failure, type Result, fail, succeed } from '../../contract/index.ts';
import { createKept } from '../database/kept.ts';
import type { HookUrlChange, HookUrlChangePorts } from '../hooks/hook-url-change.ts';
import { createHookUrlChange } from '../hooks/hook-url-change.ts';
import { type HookUrls, createHookUrls } from '../hooks/hook-urls.ts';
import { type Inspector, createInspector } from '../hooks/inspector.ts';
import type { Journal } from '../hooks/journal.ts';
import { type Listener, createListener } from '../hooks/listener.ts';
import { createNonces } from '../hooks/nonces.ts';
import { createTunnelLine } from '../operator/tunnel-line.ts';
import { publicAddress } from '../page/overview.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { createListenerCheck } from '../tunnel/listener-check.ts';
import { type TunnelReachability, createReachability } from '../tunnel/reachability.ts';
import { type Proof, createSelfTest } from '../tunnel/self-test.ts';
import type { TunnelState } from '../tunnel/tunnel-state.ts';
import type { Common } from './common.ts';

export type ReceivingPartPorts = Common & {
  readonly settings: SettingsStore;
  readonly journal: Pick<Journal, 'append' | 'appendMany'>;
  /** Null: the port kept from the first start. */
  readonly hookPort: number | null;
  /** There is news of the hook URL to tell. */
  readonly onHookUrlNews: HookUrlChangePorts['onNews'];
  readonly onTunnel: (state: TunnelState) => void;
  readonly onChanged: () => void;
};

/** Everything by which a hook comes in: hook URLs, the listener, the tunnel. */
export type ReceivingPart = {
  readonly hookUrls: HookUrls;
  readonly hookUrlChange: HookUrlChange;
  readonly inspector: Inspector;
  readonly listener: Listener;
  readonly tunnel: TunnelReachability;
  /** The listener's port; 0 before it listens. */
  readonly port: () => number;
  /** Asks the listener on this machine for a nonce. */
  proveListener(signal: AbortSignal): Promise<Proof>;
  /** Opens the listener, and makes the first hook URL. */
  listen(): Promise<Result<number, Failure>>;
  /** The addresses of the first hook URL, on this machine and from outside. */
  addresses(): { readonly localUrl: string; readonly hookUrl: string | null };
  dispose(): Promise<void>;
};

/** Composes the part of the app that hooks come in by. */
export const createReceivingPart = (ports: ReceivingPartPorts): ReceivingPart => {
  const { database, clock, log, report, settings, journal, onChanged, onTunnel } = ports;
  let port: number | null = null;
  const hookUrls = createHookUrls({ database, clock, onChanged });
  const hookUrlChange = createHookUrlChange({ ...ports, onNews: ports.onHookUrlNews });
  const nonces = createNonces({ clock });
  const inspector = createInspector({ database, appendMany: journal.appendMany, clock });
  const listener = createListener({
    ...ports,
    ...journal,
    hookUrls,
    nonces,
    onRequest: (request) => {
      inspector.note(request);
      const { outcome, hookUrl, isFromRelay } = request;
      if (outcome !== 'accepted' || hookUrl === null) return;
      hookUrls.arrived(hookUrl);
      const { url } = tunnel.current();
      // What comes to the port itself may have come from anywhere on this machine, but for a reverse proxy of the user's.
      if (url !== null && (isFromRelay || settings.current().tunnel === 'url')) hookUrlChange.arrived(url);
    },
  });
  const firstHookUrl = (base: string | null): string | null => {
    const [first] = hookUrls.list();
    return first === undefined ? null : publicAddress(base, first);
  };
  const tunnelLine = createTunnelLine(report, clock);
  const selfTest = createSelfTest({ issueNonce: () => nonces.issue(), clock });
  const tunnel = createReachability({
    ...ports,
    settings: settings.current,
    accept: listener.accept,
    selfTest: createListenerCheck({
      selfTest,
      listener,
      port: () => port,
      log,
    }),
    onRenamed: () => hookUrlChange.lost(tunnel.current().url),
    onState: (state) => {
      tunnelLine(state, firstHookUrl(state.url));
      if (state.url !== null) hookUrlChange.opened(state.url);
      onTunnel(state);
    },
  });

  return {
    hookUrls,
    hookUrlChange,
    inspector,
    listener,
    tunnel,
    port: () => port ?? 0,
    proveListener: (signal) => selfTest.prove(`http://127.0.0.1:${port ?? 0}`, signal),
    listen: async () => {
      const keptPort = createKept(database, 'hook-port', v.pipe(v.number(), v.integer()));
      const listening = await listener.listen(ports.hookPort ?? keptPort.read() ?? 0);
      if (!listening.ok) return listening;
      port = listening.value;
      if (ports.hookPort === null) keptPort.write(listening.value);
      if (hookUrls.list().length === 0) {
        const added = hookUrls.add(ports.reading().messages.hookUrls.firstName);
        if (!added.ok) return fail({ code: 'journal-unwritable', message: added.failure.message });
      }
      return succeed(listening.value);
    },
    addresses: () => ({
      localUrl: `http://127.0.0.1:${port ?? 0}/${hookUrls.list()[0]?.secret ?? ''}`,
      hookUrl: firstHookUrl(tunnel.current().url),
    }),
    dispose: async () => {
      await Promise.all([tunnel.dispose(), listener.dispose()]);
    },
  };
};
