import { randomInt } from 'node:crypto';
import {
  type Authenticator,
  type NatsConnection,
  AuthorizationError,
  PermissionViolationError,
  UserAuthenticationExpiredError,
  connect,
} from '@nats-io/transport-node';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { inboxPrefix, leaderSubject } from './subjects.ts';
import type { TeamServers } from './servers.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

/** Where to connect, and as whom. */
export type TeamAccess = {
  readonly servers: TeamServers;
  /** Names the consumer and the inbox: the public key, or the installation's id where a server on this machine asks for no credentials. */
  readonly user: string;
  /** Null: none are asked for. */
  readonly authenticator: Authenticator | null;
  /** Certificates to trust in place of the system's, in PEM. */
  readonly certificates: string | null;
};

/** A connection that nobody renews: when it ends, `ended` says why. */
export type TeamConnection = {
  readonly nats: NatsConnection;
  readonly ended: Promise<TeamTrouble>;
  /** Ends it with this trouble. */
  readonly end: (trouble: TeamTrouble) => void;
  readonly close: () => Promise<void>;
};

const connectLimit = 4_000;
const mostTries = 3;
const pingEvery = 15_000;

/**
 * Connects to one of the servers, three of them tried at most. Servers that these tell of are not connected to: only what a
 * person has named is trusted.
 */
export const connectTeam = async (access: TeamAccess): Promise<Result<TeamConnection, TeamTrouble>> => {
  let trouble = teamTrouble('team-unreachable');
  for (const address of someOf(access.servers.addresses)) {
    try {
      return succeed(connectionOf(await connectTo(address, access), leaderSubject(access.user)));
    } catch (error) {
      trouble = troubleOf(error);
      // Another server of the same team would say no more.
      if (trouble.code === 'team-refused') break;
    }
  }
  return fail(trouble);
};

/** So that a team's connections spread over its servers. */
const someOf = (addresses: readonly string[]): readonly string[] => {
  const begin = randomInt(addresses.length);
  return [...addresses.slice(begin), ...addresses.slice(0, begin)].slice(0, mostTries);
};

const connectTo = (address: string, access: TeamAccess): Promise<NatsConnection> => {
  const { servers, user, authenticator, certificates } = access;
  return connect({
    servers: address,
    name: 'redbooth-notifier',
    inboxPrefix: inboxPrefix(user),
    timeout: connectLimit,
    pingInterval: pingEvery,
    maxPingOut: 2,
    reconnect: false,
    ignoreClusterUpdates: true,
    noAsyncTraces: true,
    ...(authenticator !== null && { authenticator }),
    // Without these, TLS is used if the server asks for it.
    ...((servers.needsTls || certificates !== null) && { tls: tlsOf(address, certificates) }),
  });
};

/**
 * Node checks a certificate against `host` where there is no server name to send, which is when the address is an IP; the
 * client leaves it out, and Node would check for `localhost` instead.
 */
const tlsOf = (address: string, certificates: string | null) => ({
  handshakeFirst: false,
  host: new URL(`http://${address}`).hostname.replace(/^\[|\]$/g, ''),
  ...(certificates !== null && { ca: certificates }),
});

/** `dispensable`: a subject that it does without where the server does not let it listen. */
const connectionOf = (nats: NatsConnection, dispensable: string): TeamConnection => {
  let settle = (_trouble: TeamTrouble): void => undefined;
  const ended = new Promise<TeamTrouble>((resolve) => {
    settle = resolve;
  });
  let lastError: unknown = null;
  void listen(nats, (error) => {
    if (error instanceof PermissionViolationError && error.subject === dispensable) return;
    lastError = error;
    if (error instanceof PermissionViolationError) settle(teamTrouble('team-not-permitted'));
  });
  void nats.closed().then((error) => settle(troubleOf(error ?? lastError)));
  return {
    nats,
    ended,
    end: settle,
    close: async () => {
      await nats.close().catch(() => undefined);
    },
  };
};

const listen = async (nats: NatsConnection, onError: (error: unknown) => void): Promise<void> => {
  for await (const status of nats.status()) if (status.type === 'error') onError(status.error);
};

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
};

const notTrusted = /certificate|CERT_|self.signed|altname|does not support 'tls'|ERR_TLS|ERR_SSL/i;

/** What an error of the connection means. */
export const troubleOf = (error: unknown): TeamTrouble => {
  // The server closed before it had our answer to its nonce: it, or this computer, is busy. That says nothing of the credentials.
  if (error instanceof AuthorizationError && /authentication timeout/i.test(error.message))
    return teamTrouble('team-unreachable');
  if (error instanceof AuthorizationError || error instanceof UserAuthenticationExpiredError)
    return teamTrouble('team-refused');
  if (error instanceof PermissionViolationError) return teamTrouble('team-not-permitted');
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof PermissionViolationError) return teamTrouble('team-not-permitted');
  const text = error instanceof Error ? error.message : '';
  if (notTrusted.test(`${text} ${codeOf(error)} ${codeOf(cause)}`)) return teamTrouble('team-not-trusted');
  return teamTrouble('team-unreachable');
};
