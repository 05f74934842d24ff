import type { Account, Copied, Failure, Opened, Result } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AccessTokens, Fetch } from '../redbooth/client-port.ts';
import { createKeptSecrets } from './kept-secrets.ts';
import type { SecretStore } from './secret-store.ts';
import { spokenSecretResult } from './secret-words.ts';
import { createSignIn } from './sign-in.ts';
import { type SignInHandlers, createSignInHandlers, refuseSignIn } from './sign-in-handlers.ts';
import { createTokenKeeper } from './tokens.ts';
import type { Reading } from '../reading.ts';

/** Who says who is signed in: the environment or the demo, once and for all, or a person who signs in. */
export type Credentials =
  | {
      readonly kind: 'fixed';
      readonly source: 'environment' | 'demo';
      readonly tokens: (onState: (state: Account['state']) => void) => AccessTokens & { dispose(): void };
    }
  | { readonly kind: 'kept'; readonly store: SecretStore };

export type AccountAccessPorts = {
  readonly reading: () => Reading;
  readonly credentials: Credentials;
  /** As of links.ts, parseOrigin. */
  readonly origin: string;
  /** The port of the redirect address. */
  readonly signInPort: () => number;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** Opens a page outside the app, if it passes the gate. */
  readonly open: (url: string) => Promise<Opened>;
  readonly copyText: (text: string) => Promise<Copied>;
  /** The state of the tokens became known or changed. */
  readonly onState: (state: Account['state']) => void;
  /** What `view` says changed. */
  readonly onChanged: () => void;
  /** New tokens are in force, maybe another person's. */
  readonly onSignedIn: () => void;
  /** The tokens are forgotten; the rest of what should be is forgotten now. */
  readonly onSignedOut: (options: { readonly deleteHistory: boolean }) => Promise<Result<null, Failure>>;
  /** Something an operator should know; the page is told by other ways. */
  readonly onTrouble: (failure: Failure) => void;
};

/** The part of the account that the app itself decides. */
export type AccessView = Pick<Account, 'canSignOut' | 'isFromEnvironment' | 'signIn'>;

/** Where credentials for the team's stream are kept, beside the sign-in and as well as it. Nothing rejects. */
export type TeamCredentialsStore = {
  read(): Promise<string | null>;
  write(text: string): Promise<Result<null, Failure>>;
};

/** Access to a person's account: its tokens, and the page's ways to sign in and out. */
export type AccountAccess = {
  readonly tokens: AccessTokens;
  readonly handlers: SignInHandlers;
  /** Null where nothing is kept. */
  readonly teamCredentials: TeamCredentialsStore | null;
  view(): AccessView;
  /** Reads what is kept, and tells the state. */
  load(): Promise<void>;
  dispose(): Promise<void>;
};

/** Makes the access that `credentials` ask for. */
export const createAccountAccess = (ports: AccountAccessPorts): AccountAccess => {
  const { credentials } = ports;
  return credentials.kind === 'kept'
    ? createPersonalAccess(ports, credentials.store)
    : createFixedAccess(ports, credentials);
};

const createFixedAccess = (
  { onState, reading }: AccountAccessPorts,
  { source, tokens: createTokens }: Extract<Credentials, { kind: 'fixed' }>,
): AccountAccess => {
  const tokens = createTokens(onState);
  return {
    tokens,
    handlers: refuseSignIn(source, reading),
    teamCredentials: null,
    view: () => ({ canSignOut: false, isFromEnvironment: source === 'environment', signIn: { state: 'idle' } }),
    load: async () => undefined,
    dispose: async () => tokens.dispose(),
  };
};

const createPersonalAccess = (ports: AccountAccessPorts, store: SecretStore): AccountAccess => {
  const { origin, signInPort, fetch, clock, log, open, copyText, onState, onChanged, onSignedIn, onTrouble } = ports;
  const secrets = createKeptSecrets({ store, origin, onUnreadable: onTrouble });
  const tokens = createTokenKeeper({
    secrets,
    origin,
    fetch,
    clock,
    log,
    onState: (state) => {
      onState(state);
      onChanged();
    },
    onUnwritable: onTrouble,
  });
  const signIn = createSignIn({
    origin,
    port: signInPort,
    fetch,
    clock,
    reading: ports.reading,
    open,
    take: async (application, granted) => {
      const taken = await tokens.take(application, granted);
      if (taken.ok) onSignedIn();
      return spokenSecretResult(taken, ports.reading().messages);
    },
    onProgress: (progress) => {
      if (progress.state === 'failed') onTrouble({ code: progress.code, message: progress.sentence });
      onChanged();
    },
  });
  return {
    tokens,
    handlers: createSignInHandlers({
      origin,
      port: signInPort,
      reading: ports.reading,
      secrets,
      storage: () => store.storage(),
      tokens,
      signIn,
      open,
      copyText,
      onChanged,
      onApplicationSet: () => {
        if (secrets.current().grant) onSignedIn();
      },
      onSignedOut: ports.onSignedOut,
    }),
    teamCredentials: {
      read: async () => {
        await secrets.load();
        return secrets.current().team ?? null;
      },
      write: async (team) =>
        spokenSecretResult(await secrets.change((kept) => ({ ...kept, team })), ports.reading().messages),
    },
    view: () => {
      const { grant, hasExpired } = secrets.current();
      return { canSignOut: grant !== null || hasExpired, isFromEnvironment: false, signIn: signIn.progress() };
    },
    load: () => tokens.load(),
    dispose: async () => {
      await signIn.dispose();
      await tokens.dispose();
    },
  };
};
