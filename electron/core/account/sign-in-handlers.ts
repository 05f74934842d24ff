import {
  type Copied,
  type Failure,
  type Opened,
  type RequestHandlers,
  type Result,
  fail,
  succeed,
} from '../../contract/index.ts';
import type { Reading } from '../reading.ts';
import { applicationsPageUrl } from '../redbooth/links.ts';
import type { KeptSecrets } from './kept-secrets.ts';
import { redirectAddress } from './redirect-listener.ts';
import { describeKeeping, spokenSecretResult } from './secret-words.ts';
import type { SecretStore } from './secret-store.ts';
import type { SignIn } from './sign-in.ts';
import { fixedSignIn, noApplication, noSecret } from './sign-in-failures.ts';
import type { TokenKeeper } from './tokens.ts';

/** The requests of the contract that are about signing in. */
export type SignInHandlers = Pick<
  RequestHandlers,
  | 'sign-in-settings'
  | 'open-applications-page'
  | 'copy-redirect-address'
  | 'save-application'
  | 'sign-in'
  | 'cancel-sign-in'
  | 'sign-out'
  | 'allow-weak-storage'
>;

export type SignInHandlerPorts = {
  readonly origin: string;
  readonly port: () => number;
  readonly reading: () => Reading;
  readonly secrets: KeptSecrets;
  readonly storage: SecretStore['storage'];
  readonly tokens: Pick<TokenKeeper, 'setApplication' | 'forget'>;
  readonly signIn: Pick<SignIn, 'start' | 'cancel'>;
  readonly open: (url: string) => Promise<Opened>;
  readonly copyText: (text: string) => Promise<Copied>;
  /** What the page sees of the account changed. */
  readonly onChanged: () => void;
  /** Tokens that were refused because of the application may work again. */
  readonly onApplicationSet: () => void;
  readonly onSignedOut: (options: { readonly deleteHistory: boolean }) => Promise<Result<null, Failure>>;
};

/** Answers these requests for a person who signs in and out. */
export const createSignInHandlers = (ports: SignInHandlerPorts): SignInHandlers => {
  const { origin, port, secrets, storage, tokens, signIn, open, copyText, onChanged, onSignedOut } = ports;
  return {
    'sign-in-settings': async () => {
      await secrets.load();
      const { application } = secrets.current();
      return succeed({
        redirectAddress: redirectAddress(port()),
        applicationsPage: applicationsPageUrl(origin),
        applicationId: application?.id ?? null,
        isSecretKept: application !== null,
        storage: describeKeeping(await storage(), ports.reading().messages),
      });
    },
    'open-applications-page': async () => succeed(await open(applicationsPageUrl(origin))),
    'copy-redirect-address': async () => succeed(await copyText(redirectAddress(port()))),
    'save-application': async ({ id, secret }) => {
      await secrets.load();
      const { application } = secrets.current();
      const known = application?.id === id ? application.secret : null;
      const given = secret ?? known;
      if (given === null) return fail(noSecret(ports.reading().messages.account));
      const saved = await tokens.setApplication({ id, secret: given });
      onChanged();
      if (saved.ok) ports.onApplicationSet();
      return spokenSecretResult(saved, ports.reading().messages);
    },
    'sign-in': async () => {
      await secrets.load();
      const { application } = secrets.current();
      return application === null ? fail(noApplication(ports.reading().messages.account)) : signIn.start(application);
    },
    'cancel-sign-in': async () => {
      await signIn.cancel();
      return succeed(null);
    },
    'sign-out': async ({ deleteHistory, forgetApplication }) => {
      await signIn.cancel();
      const forgotten = await tokens.forget({ forgetApplication });
      const done = await onSignedOut({ deleteHistory });
      onChanged();
      return forgotten.ok ? done : spokenSecretResult(forgotten, ports.reading().messages);
    },
    'allow-weak-storage': async ({ allowed }) =>
      spokenSecretResult(await secrets.allowWeak(allowed), ports.reading().messages),
  };
};

/** Answers these requests where it is settled from outside who is signed in. */
export const refuseSignIn = (source: 'environment' | 'demo', reading: () => Reading): SignInHandlers => {
  const refuse = () => fail(fixedSignIn(source, reading().messages.account));
  return {
    'sign-in-settings': refuse,
    'open-applications-page': refuse,
    'copy-redirect-address': refuse,
    'save-application': refuse,
    'sign-in': refuse,
    'cancel-sign-in': () => succeed(null),
    'sign-out': refuse,
    'allow-weak-storage': refuse,
  };
};
