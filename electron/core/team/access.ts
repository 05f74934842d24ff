import { readFile } from 'node:fs/promises';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { TeamAccess } from './connection.ts';
import type { Nats } from './load-nats.ts';
import { readTeamServers } from './servers.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

/** What a person has said about the team's server, not yet looked at. */
export type TeamAccessRequest = {
  /** As of servers.ts. */
  readonly servers: string;
  /** The text of the credentials; null: none are needed, which is for a server on this machine. */
  readonly credentials: () => Promise<string | null>;
  /** A file with certificates to trust in place of the system's. */
  readonly certificatesFile: string | null;
  readonly installation: string;
};

/** Reads all of it anew, as files may have been replaced meanwhile. */
export const readTeamAccess = async (
  { readTeamCredentials }: Pick<Nats, 'readTeamCredentials'>,
  request: TeamAccessRequest,
): Promise<Result<TeamAccess, TeamTrouble>> => {
  const servers = readTeamServers(request.servers);
  if (servers === null) return fail(teamTrouble('team-unreachable'));
  let text: string | null;
  try {
    text = await request.credentials();
  } catch {
    return fail(teamTrouble('team-credentials-unusable'));
  }
  let certificates: string | null = null;
  try {
    if (request.certificatesFile !== null) certificates = await readFile(request.certificatesFile, 'utf8');
  } catch {
    return fail(teamTrouble('team-not-trusted'));
  }
  if (text === null) return succeed({ servers, user: request.installation, authenticator: null, certificates });
  const credentials = readTeamCredentials(text);
  return credentials.ok ? succeed({ servers, ...credentials.value, certificates }) : credentials;
};
