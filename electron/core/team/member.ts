import type { Clock } from '../clock.ts';
import type { AppendHooks } from '../hooks/journal.ts';
import type { Log } from '../log.ts';
import { type TeamLink, createTeamLink } from './link.ts';
import { createMissingPlaces } from './missing-places.ts';
import type { OpenTeamSession, TeamState } from './session.ts';
import { teamSubject } from './subjects.ts';
import type { Subscription } from './subscription.ts';
import { type TeamMessage, readTeamMessage } from './team-message.ts';

/** What came from the stream since the start. */
export type MemberCounts = { readonly received: number; readonly refused: number };

/** Brings a team's hooks into the journal. */
export type TeamMember = TeamLink & { counts(): MemberCounts };

export type TeamMemberPorts = {
  readonly open: OpenTeamSession<Subscription>;
  readonly append: AppendHooks;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly onState: (state: TeamState) => void;
  /** Hooks that this installation never got are no longer to be had from the stream. */
  readonly onGap: () => void;
  /** The stream was read up to about now. To be kept, rarely. */
  readonly onSeen: () => void;
};

const seenEvery = 10 * 60_000;
/** What was passed over comes again after some seconds, or never: the consumer is asked at once, then ever more rarely. */
const askFirstAfter = 1_000;
const askAtLeastEvery = 30_000;

/**
 * Makes the member. A message is acknowledged after the journal's commit, so a kill at any moment has it come again, and the
 * journal knows it by its id. What a receiver of ours did not write is counted and refused for good, so that it blocks nothing.
 * When the journal cannot be written the message is left alone: the stream hands it out again, after 30 s in the end.
 */
export const createTeamMember = (ports: TeamMemberPorts): TeamMember => {
  const { append, clock, log, onGap, onSeen } = ports;
  let received = 0;
  let refused = 0;
  const missing = createMissingPlaces();
  let current: Subscription | null = null;
  let askAfter = askFirstAfter;
  let cancelAsking: (() => void) | null = null;
  let seenAt = 0;

  const refuse = (message: TeamMessage): void => {
    refused += 1;
    // One line is enough: whoever can send one can send a million.
    if (refused === 1)
      log.warn('A message on the team’s stream is not a hook that a receiver has sent; it was not taken.');
    message.refuse();
  };
  const take = async (message: TeamMessage): Promise<void> => {
    const hook = readTeamMessage(message, teamSubject);
    if (hook === null) {
      refuse(message);
      return;
    }
    const stored = await append([hook]);
    if (!stored.ok) return;
    received += 1;
    message.settle();
    if (clock.now() - seenAt < seenEvery) return;
    seenAt = clock.now();
    onSeen();
  };
  /** Asks the consumer, until none is missing any more, which of the missing ones are still to come. */
  const askForMissing = (): void => {
    if (missing.count() === 0) askAfter = askFirstAfter;
    if (missing.count() === 0 || cancelAsking !== null) return;
    cancelAsking = clock.schedule(askAfter, () => void ask());
    askAfter = Math.min(askAtLeastEvery, askAfter * 2);
  };
  const ask = async (): Promise<void> => {
    const asked = current;
    const floor = missing.count() === 0 ? null : await asked?.acknowledgeFloor();
    if (asked !== current) return;
    cancelAsking = null;
    if (floor !== null && floor !== undefined && missing.passed(floor)) onGap();
    askForMissing();
  };

  const link = createTeamLink({
    ...ports,
    onOpened: (subscription) => {
      current = subscription;
      seenAt = clock.now();
      if (missing.begin(subscription.deliveredBefore, subscription.isNewPlace)) onGap();
      onSeen();
      subscription.receive((message) => {
        if (missing.note(message.sequence)) onGap();
        askForMissing();
        void take(message);
      });
      askForMissing();
    },
    onEnded: () => {
      current = null;
      cancelAsking?.();
      cancelAsking = null;
    },
  });
  return { ...link, counts: () => ({ received, refused }) };
};
