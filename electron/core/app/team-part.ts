import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type Failure, type Result, type TeamChoice, type TeamSettings, fail, succeed } from '../../contract/index.ts';
import type { TeamCredentialsStore } from '../account/account-access.ts';
import { type Kept, createKept } from '../database/kept.ts';
import type { AppendHooks } from '../hooks/journal.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { readTeamAccess } from '../team/access.ts';
import { installationId } from '../team/installation.ts';
import { loadNats } from '../team/load-nats.ts';
import { type TeamMember, createTeamMember } from '../team/member.ts';
import { readTeamServers } from '../team/servers.ts';
import type { TeamState } from '../team/session.ts';
import { createTeamLine } from '../team/team-line.ts';
import { teamTrouble } from '../team/team-trouble.ts';
import type { Common } from './common.ts';

export type TeamPartPorts = Common & {
  readonly settings: SettingsStore;
  readonly append: AppendHooks;
  /** Null: nothing can be kept secret in this run. */
  readonly credentials: TeamCredentialsStore | null;
  readonly onState: (state: TeamState) => void;
  /** Hooks were missed that the stream no longer has: only Redbooth knows of them. */
  readonly onGap: () => void;
  readonly onChanged: () => void;
};

/** The team's stream as a source of hooks. Without one in the settings it loads and does nothing. */
export type TeamPart = {
  start(): void;
  wake(): void;
  current(): TeamState;
  /** Follows the settings as they are now. */
  replace(): Promise<void>;
  /** When hooks were missed (ms since 1970), until the user has dismissed it. */
  readonly missed: Kept<number>;
  settings(): Promise<TeamSettings>;
  /** Takes a choice in use, once all of it is kept. */
  choose(choice: TeamChoice): Promise<Result<null, Failure>>;
  dispose(): Promise<void>;
};

const connecting: TeamState = { state: 'connecting', trouble: null };
/** Clocks differ; what comes twice is taken once. */
const margin = 15 * 60_000;

/** Composes the source of hooks that a team shares. */
export const createTeamPart = (ports: TeamPartPorts): TeamPart => {
  const { database, clock, settings, report, append, credentials, reading, onState, onGap, onChanged } = ports;
  const seen = createKept(database, 'team-seen', v.number());
  const missed = createKept(database, 'team-missed', v.number());
  let member: TeamMember | null = null;
  let isStarted = false;
  let isDisposed = false;
  let replacing = Promise.resolve();

  /** What is kept along the way must not stand in the way of hooks. */
  const note = (kept: Kept<number>): void => {
    try {
      kept.write(clock.now());
    } catch {
      ports.log.warn('How far the team’s stream was read could not be noted.');
    }
  };
  const credentialsText = async (): Promise<string | null> => {
    const { teamCredentialsFile: file } = settings.current();
    return file === null ? ((await credentials?.read()) ?? null) : readFile(file, 'utf8');
  };
  const createMember = (): TeamMember => {
    const installation = installationId(database);
    const tell = createTeamLine(report, clock);
    const made: TeamMember = createTeamMember({
      ...ports,
      append,
      open: async () => {
        const { teamServers, teamCertificatesFile } = settings.current();
        if (teamServers === null) return fail(teamTrouble('team-unreachable'));
        const nats = await loadNats();
        const access = await readTeamAccess(nats, {
          servers: teamServers,
          credentials: credentialsText,
          certificatesFile: teamCertificatesFile,
          installation,
        });
        const last = seen.read();
        const since = last === null ? null : last - margin;
        return access.ok ? nats.openSubscription(access.value, { installation, since }) : access;
      },
      onState: (state) => {
        if (made !== member) return;
        tell(state);
        onState(state);
        onChanged();
      },
      onGap: () => {
        note(missed);
        onGap();
        onChanged();
      },
      onSeen: () => note(seen),
    });
    return made;
  };
  const begin = (): void => {
    if (!isStarted || isDisposed || settings.current().hookSource !== 'team') return;
    member = createMember();
    member.start();
  };
  const end = async (): Promise<void> => {
    const old = member;
    member = null;
    await old?.dispose();
  };
  const replace = (): Promise<void> => {
    const replaced = replacing.then(end).then(begin);
    // One that failed does not keep later ones from being tried.
    replacing = replaced.catch(() => undefined);
    return replaced;
  };
  const isFixed = (): boolean => settings.isFixed('teamServers') || settings.isFixed('teamCredentialsFile');
  const refuse = (message: string): Result<null, Failure> => fail({ code: 'settings-invalid', message });

  return {
    start: () => {
      isStarted = true;
      begin();
    },
    wake: () => member?.wake(),
    current: () => member?.current() ?? connecting,
    replace,
    missed,
    settings: async () => {
      const { teamServers, teamCredentialsFile } = settings.current();
      const hasCredentials = teamCredentialsFile !== null || ((await credentials?.read()) ?? null) !== null;
      return { servers: teamServers ?? '', hasCredentials, isFixed: isFixed() };
    },
    choose: async ({ servers, credentials: text }) => {
      const words = reading().messages;
      if (isFixed() || settings.isFixed('hookSource')) return refuse(words.answers.fixed.hookSource);
      if (readTeamServers(servers) === null) return refuse(words.team.serversUnusable);
      if (text !== null) {
        const { readTeamCredentials } = await loadNats();
        if (!readTeamCredentials(text).ok) return refuse(words.team.credentialsUnusable);
        if (credentials === null) return refuse(words.team.credentialsNotKept);
        const kept = await credentials.write(text);
        if (!kept.ok) return kept;
      }
      settings.change({
        hookSource: 'team',
        teamServers: servers,
        ...(text !== null && { teamCredentialsFile: null }),
      });
      await replace();
      return succeed(null);
    },
    dispose: async () => {
      isDisposed = true;
      await replacing;
      await end();
    },
  };
};
