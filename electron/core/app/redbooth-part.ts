import type { Opened } from '../../contract/index.ts';
import { type AccountAccess, type AccountAccessPorts, createAccountAccess } from '../account/account-access.ts';
import type { AppPorts } from '../app-port.ts';
import { type AccountWatch, createAccountWatch } from '../redbooth/account.ts';
import { createAccounts } from '../redbooth/accounts.ts';
import { createRedboothClient } from '../redbooth/client.ts';
import type { Directory } from '../redbooth/directory-port.ts';
import { createDirectory } from '../redbooth/directory.ts';
import { createLimiter } from '../redbooth/limiter.ts';
import { isOpenable } from '../redbooth/links.ts';
import { type Organizations, createOrganizations } from '../redbooth/organizations.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Common } from './common.ts';

export type RedboothPartPorts = Common &
  Pick<AppPorts, 'credentials' | 'copyText' | 'openPage'> & {
    readonly settings: SettingsStore;
    /** API requests a second, sustained. */
    readonly apiRate: number;
    /** The tokens were refused for good. */
    readonly onExpired: () => void;
    /** There are new tokens, maybe another person's. */
    readonly onSignedIn: () => void;
    readonly onSignedOut: AccountAccessPorts['onSignedOut'];
    readonly onChanged: () => void;
    /** What Redbooth answered could not be kept. */
    readonly onFailed: (error: unknown) => void;
  };

/** Everything between the app and Redbooth: who is signed in, the client, and who is who. */
export type RedboothPart = {
  readonly access: AccountAccess;
  readonly account: AccountWatch;
  /** The app's id of the account in use; null before Redbooth ever said who is signed in. */
  readonly accountId: () => string | null;
  readonly client: ReturnType<typeof createRedboothClient>;
  readonly directory: Directory;
  readonly organizations: Organizations;
  /** How long Redbooth is left alone, as it asked for, in ms. */
  readonly restLeft: () => number;
  /** Opens a page outside the app, if it passes the gate. */
  readonly open: (url: string) => Promise<Opened>;
  /** Ends what is under way; `closeAccess` is for when nothing asks for tokens any more. */
  dispose(): void;
  closeAccess(): Promise<void>;
};

const burst = 10;

/** Composes the part of the app that talks to Redbooth. */
export const createRedboothPart = (ports: RedboothPartPorts): RedboothPart => {
  const { settings, clock, log, report, apiRate, onChanged, onExpired, onSignedIn, onFailed } = ports;
  const { redbooth: origin } = settings.current();
  let isDisposed = false;

  const open = async (url: string): Promise<Opened> => {
    if (isOpenable(url, origin)) return ports.openPage(url);
    log.warn('A link that leads elsewhere than to Redbooth was not opened.');
    return { kind: 'nothing' };
  };
  const access = createAccountAccess({
    ...ports,
    origin,
    signInPort: () => settings.current().signInPort,
    open,
    onState: (state) => {
      account.tokensAre(state);
      // Told at once, as nothing else may happen for hours that would show it.
      if (state === 'expired') onExpired();
    },
    onSignedIn: () => {
      directory.forgetMe();
      // Whoever it was: whose the new tokens are is known once Redbooth says so.
      if (account.current().state === 'signed-in') account.tokensAre('signed-out');
      onSignedIn();
    },
    onSignedOut: (forget) => {
      directory.forgetMe();
      return ports.onSignedOut(forget);
    },
    onTrouble: (failure) => report({ event: 'error', ...failure }, clock.now()),
  });
  const limiter = createLimiter({ clock, rate: apiRate, burst: Math.max(burst, Math.ceil(apiRate)) });
  const client = createRedboothClient({ ...ports, origin, tokens: access.tokens, limiter });
  const accounts = createAccounts(ports.database, clock);
  const directory = createDirectory({ ...ports, client, accounts });
  const organizations = createOrganizations({ ...ports, client: client.inBackground });
  /** For what nobody waits for: it is done again later. */
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      onFailed(error);
      log.error(`What Redbooth answered could not be kept: ${String(error)}`);
    }
  };
  const account = createAccountWatch(directory, accounts.last(), ({ state, user }) => {
    report({ event: 'account', state, user }, clock.now());
    if (state === 'signed-in' && !isDisposed) void attempt(() => organizations.read());
    onChanged();
  });

  return {
    access,
    account: { ...account, identify: () => attempt(() => account.identify()) },
    accountId: () => account.current().id,
    client,
    directory,
    organizations,
    restLeft: () => limiter.restLeft(),
    open,
    dispose: () => {
      isDisposed = true;
      client.dispose();
    },
    closeAccess: async () => {
      limiter.dispose();
      await access.dispose();
    },
  };
};
