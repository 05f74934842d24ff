import { readPayload } from '../hooks/payload.ts';
import type { IncomingHook } from '../hooks/hook.ts';

/** A message as it came from the stream: whoever got hold of a receiver can have put anything into it. */
export type TeamMessage = {
  readonly subject: string;
  /** The header `Nats-Msg-Id`, empty without one. */
  readonly messageId: string;
  readonly body: Uint8Array;
  /** Its place in the stream, from 1 on. */
  readonly sequence: number;
  /** It is in the journal: it never comes again. */
  settle(): void;
  /** It is of no use: it never comes again either, and blocks nothing. */
  refuse(): void;
};

const mostBytes = 1_024;
const messageIdShape = /^[\w-]{8,64}$/;

/** The hook that a message holds; null when it is not one that a receiver of ours has written. */
export const readTeamMessage = (message: TeamMessage, expectedSubject: string): IncomingHook | null => {
  const { subject, messageId, body } = message;
  if (subject !== expectedSubject || !messageIdShape.test(messageId) || body.byteLength > mostBytes) return null;
  const payload = readPayload(body);
  const [hook, another] = payload.kind === 'hooks' ? payload.hooks : [];
  if (hook === undefined || another !== undefined) return null;
  return { taskId: hook.taskId, action: hook.action, source: 'team', hookUrlId: null, messageId };
};
