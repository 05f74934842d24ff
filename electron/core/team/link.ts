import type { Clock } from '../clock.ts';
import { backoff } from '../tunnel/backoff.ts';
import type { OpenTeamSession, TeamSession, TeamState } from './session.ts';
import type { TeamTrouble } from './team-trouble.ts';

/** Keeps one session with the team's stream open, for ever. */
export type TeamLink = {
  start(): void;
  /** After sleep or a change of network: tries at once, or looks whether what is open still works. */
  wake(): void;
  current(): TeamState;
  /** Closes what is open; starts nothing more. */
  dispose(): Promise<void>;
};

export type TeamLinkPorts<Session extends TeamSession> = {
  readonly open: OpenTeamSession<Session>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onOpened: (session: Session) => void;
  /** The session that was open is of no use any more. */
  readonly onEnded: () => void;
  readonly onState: (state: TeamState) => void;
};

const checkEvery = 5 * 60_000;
/** Where only a person can help: rare enough to be no load, often enough that nobody has to restart the app. */
const finalPause = 10 * 60_000;

/** Makes the link. It backs off with full jitter up to 30 s, and for 10 to 15 minutes after what only a person can mend. */
export const createTeamLink = <Session extends TeamSession>(ports: TeamLinkPorts<Session>): TeamLink => {
  const { open, clock, random, onOpened, onEnded, onState } = ports;
  let state: TeamState = { state: 'connecting', trouble: null };
  let session: Session | null = null;
  let opening: Promise<void> | null = null;
  let failures = 0;
  let isDisposed = false;
  let cancel = (): void => undefined;

  const become = (next: TeamState): void => {
    const isSame = next.state === state.state && next.trouble?.code === state.trouble?.code;
    state = next;
    if (!isSame && !isDisposed) onState(next);
  };
  const failed = (trouble: TeamTrouble): void => {
    if (isDisposed) return;
    failures += 1;
    become({ state: 'offline', trouble });
    const wait = trouble.isFinal ? finalPause * (1 + random() / 2) : backoff(failures, random);
    cancel = clock.schedule(wait, attempt);
  };
  const watch = (): void => {
    cancel = clock.schedule(checkEvery, () => {
      session?.check();
      watch();
    });
  };
  const openOnce = async (): Promise<void> => {
    const opened = await open();
    opening = null;
    if (!opened.ok) {
      failed(opened.failure);
      return;
    }
    const made = opened.value;
    if (isDisposed) {
      await made.close();
      return;
    }
    session = made;
    failures = 0;
    watch();
    onOpened(made);
    become({ state: 'online', trouble: null });
    const trouble = await made.ended;
    if (session !== made) return;
    session = null;
    cancel();
    onEnded();
    await made.close();
    failed(trouble);
  };
  const attempt = (): void => {
    if (isDisposed || opening !== null || session !== null) return;
    cancel();
    const attempted = openOnce();
    opening = attempted;
  };

  return {
    start: () => {
      onState(state);
      attempt();
    },
    wake: () => {
      if (session === null) attempt();
      else session.check();
    },
    current: () => state,
    dispose: async () => {
      isDisposed = true;
      cancel();
      const open = session;
      session = null;
      if (open !== null) {
        onEnded();
        await open.close();
      }
      await opening;
    },
  };
};
