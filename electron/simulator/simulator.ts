import type { Clock } from '../core/clock.ts';
import { type Actions, createActions } from './actions.ts';
import { createApi } from './api.ts';
import type { User } from './entities.ts';
import { type Fault, createFaults } from './faults.ts';
import { type Delivery, type HookTraffic, createHooks } from './hooks.ts';
import { text } from './http.ts';
import { type OauthClient, createOauth } from './oauth.ts';
import { type HookUrls, createPages, problemOfHookUrl } from './pages.ts';
import { type Population, office } from './population.ts';
import { type Quirks, workingAssumptions } from './quirks.ts';
import { createRandom } from './random.ts';
import { type LoggedRequest, createHttpServer } from './server.ts';
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
  /** Who and what is there at the start; the office of Ada Lovell when left out. */
  readonly population?: Population;
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

  /** Tokens for a user without going through OAuth. `expiresIn` is in seconds; left out, they never expire. */
  signIn(username: string, options?: { readonly expiresIn: number }): TokenPair;
  expireToken(accessToken: string): void;
  /** As if the user had thrown the app out: its refresh token dies as well. */
  revokeToken(accessToken: string): void;

  /** Sends hooks to `url` from now on, as when an admin pastes it. Any http(s) address; attaching twice is once. */
  attachHook(url: string): void;
  detachHook(url: string): void;
  /** What has been attached or pasted, in that order. */
  hookUrls(): readonly string[];
  setHookTraffic(traffic: Partial<HookTraffic>): void;
  deliveries(): readonly Delivery[];
  /** Resolves once every hook sent so far has been answered or has failed. */
  hooksIdle(): Promise<void>;

  /** All that was asked over HTTP, oldest first. */
  requests(): readonly LoggedRequest[];
  forgetRequests(): void;
  setQuirks(quirks: Partial<Quirks>): void;
  /** The next `count` requests whose path begins with `path` (default `/api/`) fail that way. */
  failNext(count: number, fault: Fault, path?: string): void;
  /** Down: every connection is reset. */
  setDown(isDown: boolean): void;
  dispose(): Promise<void>;
};

/** Makes a pretend Redbooth: OAuth, API v3, web hooks and the pages a person opens, for the demo, tests and benchmarks. */
export const createSimulator = (options: SimulatorOptions): Simulator => {
  const { seed, clock } = options;
  const quirks: Quirks = { ...workingAssumptions, ...options.quirks };
  const world = createWorld({ clock, random: createRandom(seed), population: options.population ?? office });
  const tokens = createTokens(clock, quirks);
  const faults = createFaults(clock, quirks);
  const attached = new Set<string>();
  const client: OauthClient = {
    clientId: createSecret(),
    clientSecret: createSecret(),
    redirectUris: options.redirectUris ?? [],
  };

  const firstUser = [...world.users.values()][0];
  const signedIn = (): User => world.userNamed(options.signedInUser ?? firstUser?.username ?? '');

  const hooks = createHooks({
    clock,
    // A sequence of its own, so that losing hooks does not alter the ids.
    random: createRandom(seed + 1),
    quirks,
    targets: () => [...new Set([...attached, ...(options.hookTargets?.() ?? [])])],
    origin: () => server.origin(),
  });
  const parts = { world, clock, quirks, fireHook: hooks.fire };
  const actions = createActions({ ...parts, leavesComment: () => true });

  const pastedHooks: HookUrls = {
    list: () => [...attached],
    add: async (url) => {
      const problem = problemOfHookUrl(url);
      if (problem !== null) return problem;
      if (quirks.hookProbe !== 'none') {
        const status = await hooks.probe(url, quirks.hookProbe);
        if (status === null || status < 200 || status > 299) return 'This URL does not answer.';
      }
      attached.add(new URL(url).href);
      return null;
    },
    remove: (url) => void attached.delete(url),
  };

  const oauth = createOauth({ clock, quirks, tokens, client, signedIn });
  const api = createApi({
    world,
    quirks,
    tokens,
    wire: createWire({ world, quirks, origin: () => server.origin() }),
    actions: createActions({ ...parts, leavesComment: () => quirks.apiEditLeavesComment }),
  });
  const pages = createPages({ world, signedIn, hookUrls: pastedHooks });
  const server = createHttpServer({
    clock,
    quirks,
    faults,
    answer: async (request) => api(request) ?? oauth(request) ?? (await pages(request)) ?? text(404, 'Not Found'),
  });

  return {
    ...actions,
    world,
    client,
    listen: async (port = 0) => ({ origin: await server.listen(port) }),
    signIn: (username, lifetime) => tokens.issue(world.userNamed(username).id, lifetime?.expiresIn ?? null),
    expireToken: (accessToken) => tokens.expire(accessToken),
    revokeToken: (accessToken) => tokens.revoke(accessToken),
    attachHook: (url) => void attached.add(new URL(url).href),
    detachHook: (url) => void attached.delete(new URL(url).href),
    hookUrls: () => [...attached],
    setHookTraffic: (traffic) => hooks.setTraffic(traffic),
    deliveries: () => hooks.deliveries(),
    hooksIdle: () => hooks.idle(),
    requests: () => server.requests(),
    forgetRequests: () => server.forgetRequests(),
    setQuirks: (changed) => void Object.assign(quirks, changed),
    failNext: (count, fault, path = '/api/') => faults.failNext(count, fault, path),
    setDown: (isDown) => server.setDown(isDown),
    dispose: async () => {
      hooks.dispose();
      await server.dispose();
    },
  };
};
