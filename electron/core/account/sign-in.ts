import { type Failure, type Opened, type Result, type SignInProgress, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Reading } from '../reading.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import { requestTokens } from '../redbooth/token-request.ts';
import { type ClosingPage, closingPage } from './closing-page.ts';
import { challengeOf, createSecret, isSameSecret } from './proof-key.ts';
import { type RedirectListener, createRedirectListener, redirectAddress } from './redirect-listener.ts';
import type { Application } from './secrets.ts';
import {
  applicationRefused,
  codeRefused,
  denied,
  notOpened,
  portTaken,
  signInFailed,
  timedOut,
} from './sign-in-failures.ts';
import type { Granted } from './tokens.ts';

export type SignInPorts = {
  /** As of links.ts, parseOrigin. */
  readonly origin: string;
  /** The port of the redirect address. */
  readonly port: () => number;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly reading: () => Reading;
  /** Opens a page outside the app, if it passes the gate. */
  readonly open: (url: string) => Promise<Opened>;
  /** Takes the tokens into use; the sign-in has worked when this has. */
  readonly take: (application: Application, granted: Granted) => Promise<Result<null, Failure>>;
  readonly onProgress: (progress: SignInProgress) => void;
};

/** Signing in in the browser. Nothing rejects. */
export type SignIn = {
  /** Opens Redbooth's page; a sign-in under way ends. How it goes on is told by `onProgress`. */
  start(application: Application): Promise<Result<Opened, Failure>>;
  /** Ends a sign-in under way, and forgets a failure. */
  cancel(): Promise<void>;
  progress(): SignInProgress;
  dispose(): Promise<void>;
};

/** How long Redbooth's page may be open. */
const patience = 5 * 60_000;

/** One sign-in, from the opening of the page to its end. */
type Flow = { readonly ended: AbortController; readonly listener: RedirectListener; cancelTimeout: () => void };

/**
 * Signs in as RFC 8252 has it for native apps: the system's browser, a redirect to this machine that is listened for only
 * while a sign-in is under way, a `state` of 256 bits that counts once, and PKCE, which Redbooth may ignore
 * (redbooth-api, OAuth2).
 */
export const createSignIn = (ports: SignInPorts): SignIn => {
  const { origin, fetch, clock, open, take, onProgress } = ports;
  const words = (): Reading['messages']['account'] => ports.reading().messages.account;
  const page = (status: number, title: string, sentence: string): ClosingPage =>
    closingPage(status, title, sentence, ports.reading().language);
  let progress: SignInProgress = { state: 'idle' };
  let flow: Flow | null = null;
  let starts = 0;

  const become = (next: SignInProgress): void => {
    progress = next;
    onProgress(next);
  };

  /** Ends `which`, if it is still the one under way. */
  const finish = (which: Flow, outcome: SignInProgress): void => {
    if (flow !== which) return;
    flow = null;
    which.cancelTimeout();
    which.ended.abort();
    void which.listener.close();
    become(outcome);
  };
  const failWith = (which: Flow, { code, message }: Failure): void =>
    finish(which, { state: 'failed', code, sentence: message });

  const stop = async (): Promise<void> => {
    const stopped = flow;
    if (!stopped) return;
    finish(stopped, { state: 'idle' });
    await stopped.listener.close();
  };

  const tradeCode = async (
    which: Flow,
    application: Application,
    code: string,
    redirect: string,
    verifier: string,
  ): Promise<Failure | 'cancelled' | null> => {
    const reply = await requestTokens(
      { origin, fetch, clock, signal: which.ended.signal },
      {
        grant_type: 'authorization_code',
        client_id: application.id,
        client_secret: application.secret,
        code,
        redirect_uri: redirect,
        code_verifier: verifier,
      },
    );
    if (which.ended.signal.aborted) return 'cancelled';
    if (reply.kind === 'refused') return codeRefused(words());
    if (reply.kind === 'trouble')
      return reply.isApplicationRefused ? applicationRefused(words()) : signInFailed(reply.problem, words());
    const taken = await take(application, reply);
    return taken.ok ? null : taken.failure;
  };

  const begin = async (application: Application, port: number): Promise<Result<Opened, Failure>> => {
    const redirect = redirectAddress(port);
    const state = createSecret();
    const verifier = createSecret();
    let isStateUsed = false;

    const answer = async (query: URLSearchParams): Promise<ClosingPage> => {
      const [given = '', ...more] = query.getAll('state');
      if (more.length > 0 || !isSameSecret(given, state))
        return page(400, words().pageForeign, words().pageForeignBody);
      if (isStateUsed) return page(410, words().pageUsed, words().backToTheApp);
      isStateUsed = true;
      begun.cancelTimeout();
      const failure = await failureOf(query);
      if (failure === 'cancelled') return page(200, words().pageCancelled, words().backToTheApp);
      if (failure === null) {
        finish(begun, { state: 'idle' });
        return page(200, words().pageSignedIn, words().backToTheApp);
      }
      failWith(begun, failure);
      return page(200, words().pageNotSignedIn, `${failure.message} ${words().backToTheApp}`);
    };
    const failureOf = async (query: URLSearchParams): Promise<Failure | 'cancelled' | null> => {
      const error = query.get('error');
      if (error === 'access_denied') return denied(words());
      if (error !== null) return signInFailed(/^[a-z_]{1,40}$/.test(error) ? error : words().unknownError, words());
      const code = query.get('code') ?? '';
      if (code === '') return signInFailed(words().noCode, words());
      become({ state: 'waiting', sentence: words().signingIn });
      return tradeCode(begun, application, code, redirect, verifier);
    };

    const begun: Flow = {
      ended: new AbortController(),
      listener: createRedirectListener({ port, answer }),
      cancelTimeout: () => undefined,
    };
    flow = begun;
    const listening = await begun.listener.listen();
    if (flow !== begun) {
      await begun.listener.dispose();
      return succeed({ kind: 'nothing' });
    }
    if (!listening.ok) {
      const failure = portTaken(port, listening.failure, words());
      failWith(begun, failure);
      return fail(failure);
    }
    begun.cancelTimeout = clock.schedule(patience, () => failWith(begun, timedOut(words())));
    become({ state: 'waiting', sentence: words().goOnInBrowser });
    const parameters = new URLSearchParams({
      client_id: application.id,
      redirect_uri: redirect,
      response_type: 'code',
      state,
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
    });
    const opened = await open(`${origin}/oauth2/authorize?${parameters.toString()}`);
    if (opened.kind !== 'nothing' || flow !== begun) return succeed(opened);
    const failure = notOpened(words());
    failWith(begun, failure);
    return fail(failure);
  };

  return {
    start: async (application) => {
      starts += 1;
      const number = starts;
      await stop();
      // The newest wins, whatever the order in which the old ones let go of the port.
      return number === starts ? begin(application, ports.port()) : succeed({ kind: 'nothing' });
    },
    cancel: async () => {
      starts += 1;
      await stop();
      if (progress.state === 'failed') become({ state: 'idle' });
    },
    progress: () => progress,
    dispose: async () => {
      starts += 1;
      const last = flow;
      flow = null;
      last?.cancelTimeout();
      last?.ended.abort();
      await last?.listener.dispose();
    },
  };
};
