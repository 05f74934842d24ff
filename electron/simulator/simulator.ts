import type { Clock } from '../core/clock.ts';
import { type Actions, createActions } from './actions.ts';
import { createApi } from './api.ts';
import { createAttachedHooks } from './attached-hooks.ts';
import type { User } from './entities.ts';
import { type Fault, createFaults } from './faults.ts';
import { type SendHook, sendOverSockets } from './hook-sender.ts';
import { type Delivery, type HookTraffic, createHooks } from './hooks.ts';
import { text } from './http.ts';
import { createInProcess, inProcessOrigin } from './in-process.ts';
import { type OauthClient, createOauth } from './oauth.ts';
import { type HookUrls, createPages, problemOfHookUrl } from './pages.ts';
import { type Population, office } from './population.ts';
import { type Quirks, workingAssumptions } from './quirks.ts';
import { createRandom } from './random.ts';
import { type LoggedRequest, createResponder } from './responder.ts';
import { createHttpServer } from './server.ts';
import { type TokenPair, createSecret, createTokens } from './tokens.ts';
import { createWire } from './wire.ts';
import { type World, createWorld } from './world.ts';

export type SimulatorOptions = {
  /** Same seed, same ids and same fate of every hook. Tokens are always new. */
  readonly seed: number;
  readonly clock: Clock;
  /** Hook targets besides those attached; asked anew for every hook. */
  readonly hookTargets?: () => readonly string[];
  readonly quirks?: Partial<Quirks>;
  /** How hooks travel: over sockets when left out. */
  readonly sendHook?: SendHook;
  /** Who and what is there at the start, an organization each; the office of Ada Lovell when left out. */
  readonly population?: Population | readonly Population[];
  /** Redirects that the registered OAuth app may ask for. */
  readonly redirectUris?: readonly string[];
  /** Who sits at the browser when pages and the OAuth question are opened; the first user when left out. */
  readonly signedInUser?: string;
};

/** A Redbooth that runs in this process, on 127.0.0.1 only. */
export type Simulator = Actions & {
  /** The state itself, for looking up ids. Change it by the actions only. */
  readonly world: World;
  /** The registered OAuth app; its id and secret are new in every run. */
  readonly client: OauthClient;
  listen(port?: number): Promise<{ readonly origin: string }>;
  /** Where it listens, or until then where only its own `fetch` reaches it (in-process.ts). */
  origin(): string;
  /** Asks it without sockets, listening or not: for tests on a fake clock. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;

  /** Tokens for a user without going through OAuth. `expiresIn` is in seconds; left out, they never expire. */
  signIn(username: string, options?: { readonly expiresIn: number }): TokenPair;
  expireToken(accessToken: string): void;
  /** As if the user had thrown the app out: its refresh token dies as well. */
  revokeToken(accessToken: string): void;

  /**
   * Sends an organization's hooks (of the first when left out) to `url` from now on, as when an admin pastes it. Any
   * http(s) address; attaching twice is once. A disabled URL is called again.
   */
  attachHook(url: string, organizationId?: string): void;
  /** From one organization, or from all. */
  detachHook(url: string, organizationId?: string): void;
  /** What has been attached or pasted, in that order, to one organization or to any. */
  hookUrls(organizationId?: string): readonly string[];
  /** Hook URLs that are called no more, as they failed too often (quirk `hookDisabledAfter`). */
  disabledHookUrls(): readonly string[];
  setHookTraffic(traffic: Partial<HookTraffic>): void;
  deliveries(): readonly Delivery[];
  /** Resolves once every hook sent so far has been answered or has failed; those held back wait for the clock. */
  hooksIdle(): Promise<void>;

  /** All that was asked, oldest first. */
  requests(): readonly LoggedRequest[];
  forgetRequests(): void;
  setQuirks(quirks: Partial<Quirks>): void;
  /** The next `count` requests by `method` (default any) whose path begins with `path` (default `/api/`) fail that way. */
  failNext(count: number, fault: Fault, path?: string, method?: string): void;
  /** Down: every connection is reset. */
  setDown(isDown: boolean): void;
  dispose(): Promise<void>;
};

/** Makes a pretend Redbooth: OAuth, API v3, web hooks and the pages a person opens, for the demo, tests and benchmarks. */
export const createSimulator = (options: SimulatorOptions): Simulator => {
  const { seed, clock } = options;
  const quirks: Quirks = { ...workingAssumptions, ...options.quirks };
  const { population = office } = options;
  const populations: readonly Population[] = 'organization' in population ? [population] : population;
  const world = createWorld({ clock, random: createRandom(seed), populations });
  const tokens = createTokens(clock, quirks);
  const faults = createFaults(clock, quirks);
  const attached = createAttachedHooks();
  const client: OauthClient = {
    clientId: createSecret(),
    clientSecret: createSecret(),
    redirectUris: options.redirectUris ?? [],
  };

  const firstUser = [...world.users.values()][0];
  const signedIn = (): User => world.userNamed(options.signedInUser ?? firstUser?.username ?? '');
  const origin = (): string => server.origin() ?? inProcessOrigin;

  const hooks = createHooks({
    clock,
    // A sequence of its own, so that losing hooks does not alter the ids.
    random: createRandom(seed + 1),
    quirks,
    targets: ({ projectId }) => {
      const organizationId = world.projects.get(projectId)?.organizationId ?? '';
      return [...new Set([...attached.urls(organizationId), ...(options.hookTargets?.() ?? [])])];
    },
    send: options.sendHook ?? sendOverSockets,
    origin,
  });
  const parts = { world, clock, quirks, fireHook: hooks.fire };
  const actions = createActions({ ...parts, isApi: false });
  const attachHook = (url: string, organizationId: string): void => {
    attached.attach(url, organizationId);
    hooks.enable(new URL(url).href);
  };

  const pastedHooks: HookUrls = {
    list: (organizationId) => attached.urls(organizationId),
    add: async (organizationId, url) => {
      const problem = problemOfHookUrl(url);
      if (problem !== null) return problem;
      if (quirks.hookProbe !== 'none') {
        const status = await hooks.probe(url, quirks.hookProbe);
        if (status === null || status < 200 || status > 299) return 'This URL does not answer.';
      }
      attachHook(url, organizationId);
      return null;
    },
    remove: (organizationId, url) => attached.detach(url, organizationId),
  };

  const oauth = createOauth({ clock, quirks, tokens, client, signedIn });
  const api = createApi({
    world,
    quirks,
    tokens,
    wire: createWire({ world, quirks, origin }),
    actions: createActions({ ...parts, isApi: true }),
  });
  const pages = createPages({ world, signedIn, hookUrls: pastedHooks });
  const responder = createResponder({
    clock,
    quirks,
    faults,
    answer: async (request) => api(request) ?? oauth(request) ?? (await pages(request)) ?? text(404, 'Not Found'),
  });
  const server = createHttpServer(responder);
  const inProcess = createInProcess(responder, origin);

  return {
    ...actions,
    world,
    client,
    listen: async (port = 0) => ({ origin: await server.listen(port) }),
    origin,
    fetch: inProcess.fetch,
    signIn: (username, lifetime) => tokens.issue(world.userNamed(username).id, lifetime?.expiresIn ?? null),
    expireToken: (accessToken) => tokens.expire(accessToken),
    revokeToken: (accessToken) => tokens.revoke(accessToken),
    attachHook: (url, organizationId = world.organization.id) => attachHook(url, organizationId),
    detachHook: (url, organizationId) => attached.detach(url, organizationId),
    hookUrls: (organizationId) => attached.urls(organizationId),
    disabledHookUrls: () => hooks.disabled(),
    setHookTraffic: (traffic) => hooks.setTraffic(traffic),
    deliveries: () => hooks.deliveries(),
    hooksIdle: () => hooks.idle(),
    requests: () => responder.requests(),
    forgetRequests: () => responder.forgetRequests(),
    setQuirks: (changed) => void Object.assign(quirks, changed),
    failNext: (count, fault, path = '/api/', method) => faults.failNext(count, fault, path, method ?? null),
    setDown: (isDown) => {
      server.setDown(isDown);
      inProcess.setDown(isDown);
    },
    dispose: async () => {
      hooks.dispose();
      responder.dispose();
      inProcess.setDown(true);
      await server.dispose();
    },
  };
};
