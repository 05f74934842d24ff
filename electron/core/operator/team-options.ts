import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Settings } from '../settings/settings.ts';
import { readTeamServers } from '../team/servers.ts';
import type { StreamLimits } from '../team/stream-limits.ts';
import { type TeamRole, teamRoles } from '../team/subjects.ts';
import { type Flags, quotedArgument } from './flags.ts';
import { flagPath } from './flag-path.ts';

/** Files and servers by which a receiver reaches the team's stream. */
export type TeamEndpoint = {
  /** As of team/servers.ts. */
  readonly servers: string;
  readonly credentialsFile: string | null;
  readonly certificatesFile: string | null;
};

/** What the headless host is started for in place of the app. */
export type TeamTask =
  | { readonly kind: 'receive'; readonly endpoint: TeamEndpoint; readonly secretsFile: string | null }
  | { readonly kind: 'set-up-stream'; readonly endpoint: TeamEndpoint; readonly limits: StreamLimits }
  | { readonly kind: 'new-key'; readonly role: TeamRole; readonly file: string };

export type TeamOptions = {
  /** Null: the app itself. */
  readonly task: TeamTask | null;
  readonly overrides: Partial<
    Pick<Settings, 'tunnel' | 'hookSource' | 'teamServers' | 'teamCredentialsFile' | 'teamCertificatesFile'>
  >;
};

const most = { days: 365, bytes: 2 ** 40 } as const;
const usual: StreamLimits = { replicas: 1, days: 7, bytes: 2 ** 28 };

const readServers = (flag: 'hooks-to' | 'hooks-from', text: string | undefined): Result<string | null, string> => {
  if (text === undefined || readTeamServers(text) !== null) return succeed(text ?? null);
  // What was given may hold a password.
  return fail(`--${flag} takes addresses like nats://host:4222, parted by commas, without a user or password`);
};

const readWhole = (flag: string, text: string | undefined, usual: number, most: number): Result<number, string> => {
  if (text === undefined) return succeed(usual);
  const number = /^\d{1,13}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most
    ? succeed(number)
    : fail(`--${flag} takes a whole number from 1 to ${most}, not “${quotedArgument(text)}”`);
};

const readLimits = (flags: Flags): Result<StreamLimits, string> => {
  const replicas = Number(flags['stream-replicas'] ?? usual.replicas);
  if (![1, 3, 5].includes(replicas)) return fail('--stream-replicas takes 1, 3 or 5');
  const days = readWhole('stream-days', flags['stream-days'], usual.days, most.days);
  if (!days.ok) return days;
  const bytes = readWhole('stream-bytes', flags['stream-bytes'], usual.bytes, most.bytes);
  return bytes.ok ? succeed({ replicas, days: days.value, bytes: bytes.value }) : bytes;
};

const isRole = (text: string): text is TeamRole => teamRoles.some((role) => role === text);

/** A flag that only means something beside another one. */
const needs = (flags: Flags, flag: keyof Flags, other: string): Result<never, string> | null =>
  flags[flag] === undefined ? null : fail(`--${flag} is for ${other}`);

/** Checks the flags about a team's stream; a failure is one line that names the flag. */
export const readTeamOptions = (flags: Flags): Result<TeamOptions, string> => {
  const hooksTo = readServers('hooks-to', flags['hooks-to']);
  if (!hooksTo.ok) return hooksTo;
  const hooksFrom = readServers('hooks-from', flags['hooks-from']);
  if (!hooksFrom.ok) return hooksFrom;
  if (hooksTo.value !== null && hooksFrom.value !== null)
    return fail(
      '--hooks-to and --hooks-from are for two installations: a receiver takes hooks in, a member reads them',
    );
  const credentialsFile = flagPath(flags['nats-creds']);
  const certificatesFile = flagPath(flags['nats-ca']);

  const role = flags['new-team-key'];
  if (role !== undefined) {
    if (!isRole(role)) return fail(`--new-team-key takes ${teamRoles.join(', ')}, not “${quotedArgument(role)}”`);
    if (credentialsFile === null) return fail('--new-team-key needs --nats-creds FILE, the file to make');
    return succeed({ task: { kind: 'new-key', role, file: credentialsFile }, overrides: {} });
  }
  if (hooksTo.value === null) {
    const stray =
      needs(flags, 'hook-secret', '--hooks-to') ??
      needs(flags, 'set-up-stream', '--hooks-to') ??
      (hooksFrom.value === null
        ? (needs(flags, 'nats-creds', '--hooks-from and --hooks-to') ??
          needs(flags, 'nats-ca', '--hooks-from and --hooks-to'))
        : null);
    if (stray !== null) return stray;
  }
  if (flags['set-up-stream'] === undefined) {
    const stray =
      needs(flags, 'stream-replicas', '--set-up-stream') ??
      needs(flags, 'stream-days', '--set-up-stream') ??
      needs(flags, 'stream-bytes', '--set-up-stream');
    if (stray !== null) return stray;
  }
  if (hooksFrom.value !== null)
    return succeed({
      task: null,
      overrides: {
        hookSource: 'team',
        teamServers: hooksFrom.value,
        ...(credentialsFile !== null && { teamCredentialsFile: credentialsFile }),
        ...(certificatesFile !== null && { teamCertificatesFile: certificatesFile }),
      },
    });
  if (hooksTo.value === null) return succeed({ task: null, overrides: {} });
  const endpoint = { servers: hooksTo.value, credentialsFile, certificatesFile };
  if (flags['set-up-stream'] === true) {
    const limits = readLimits(flags);
    return limits.ok
      ? succeed({ task: { kind: 'set-up-stream', endpoint, limits: limits.value }, overrides: {} })
      : limits;
  }
  return succeed({
    task: { kind: 'receive', endpoint, secretsFile: flagPath(flags['hook-secret']) },
    // Behind a load balancer or a proxy there is no tunnel, unless one is asked for.
    overrides: { hookSource: 'tunnel', ...(flags.tunnel === undefined && { tunnel: 'off' }) },
  });
};
