import type { Result } from '../../contract/index.ts';
import type { TeamTrouble } from './team-trouble.ts';

/** A connection to the team's stream that works. */
export type TeamSession = {
  /** Settles when it has ended for any reason but `close`. Never rejects. */
  readonly ended: Promise<TeamTrouble>;
  /** Looks whether it still works; if not, it ends. */
  check(): void;
  close(): Promise<void>;
};

/** Opens a session, within 30 s whatever the other side does. Never rejects, does not retry, and leaves nothing open when it fails. */
export type OpenTeamSession<Session extends TeamSession> = () => Promise<Result<Session, TeamTrouble>>;

/** What is known of the session now. */
export type TeamState =
  | { readonly state: 'connecting' | 'online'; readonly trouble: null }
  | { readonly state: 'offline'; readonly trouble: TeamTrouble };
