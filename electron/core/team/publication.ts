import { jetstream, JetStreamApiError } from '@nats-io/jetstream';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { HookAction } from '../hooks/hook.ts';
import { apiTrouble } from './api-errors.ts';
import { type TeamAccess, connectTeam } from './connection.ts';
import type { TeamSession } from './session.ts';
import { teamStream, teamSubject } from './subjects.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

/** A hook on its way to the stream; `messageId` is the same however often it is sent. */
export type OutgoingHook = { readonly messageId: string; readonly taskId: string; readonly action: HookAction };

/** A session that publishes. */
export type Publication = TeamSession & {
  /** Null once the stream has acknowledged the hook as stored, on as many servers as it is kept on; else why not. Never rejects. */
  publish(hook: OutgoingHook): Promise<TeamTrouble | null>;
};

const encoder = new TextEncoder();

/** Only what a payload says that is ever used, in the form that Redbooth documents: nothing else of it gets any further. */
const bodyOf = ({ taskId, action }: OutgoingHook): Uint8Array =>
  encoder.encode(JSON.stringify({ type: 'task', id: taskId, action }));

/** Opens a session that publishes; `patience` is how long the stream may take to acknowledge, in ms. */
export const openPublication = async (
  access: TeamAccess,
  patience: number,
): Promise<Result<Publication, TeamTrouble>> => {
  const connected = await connectTeam(access);
  if (!connected.ok) return fail(connected.failure);
  const { nats, ended, close } = connected.value;
  const stream = jetstream(nats);
  return succeed({
    ended,
    close,
    // Its own pings find out; what is published meanwhile has a limit of its own.
    check: () => undefined,
    publish: async (hook) => {
      try {
        await stream.publish(teamSubject, bodyOf(hook), {
          msgID: hook.messageId,
          timeout: patience,
          retries: 1,
          expect: { streamName: teamStream },
        });
        return null;
      } catch (error) {
        return publishTrouble(error);
      }
    },
  });
};

/** A full stream refuses, too: both are for whoever runs it. */
const publishTrouble = (error: unknown): TeamTrouble =>
  error instanceof JetStreamApiError ? teamTrouble('team-stream-missing') : apiTrouble(error);
