import {
  AckPolicy,
  type Consumer,
  type ConsumerInfo,
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamManager,
  type JsMsg,
  jetstreamManager,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { apiTrouble, isConsumerMissing } from './api-errors.ts';
import { type TeamAccess, connectTeam } from './connection.ts';
import type { TeamSession } from './session.ts';
import { teamStream, teamSubject } from './subjects.ts';
import type { TeamMessage } from './team-message.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

/** A session that receives. */
export type Subscription = TeamSession & {
  /** The last place in the stream that was handed to this consumer before, in this session or an earlier one. */
  readonly deliveredBefore: number;
  /** The consumer is not the one that this installation had: what came in between may have gone to nobody, or to another. */
  readonly isNewPlace: boolean;
  /** Has every message from the consumer's place on handed to `take`, in the stream's order. To be called once. */
  receive(take: (message: TeamMessage) => void): void;
};

export type SubscriptionRequest = {
  /** The id of this installation. */
  readonly installation: string;
  /** From when on (ms since 1970) to go on if the consumer is gone; null: with what comes from now on. */
  readonly since: number | null;
};

const day = 86_400_000;
/** What was handed out and not acknowledged by then is handed out again. */
const acknowledgeWithin = 30_000;
/** An installation that did not ask for so long is taken for dead. */
const inactiveThreshold = 30 * day;
const mostUnacknowledged = 256;
const batch = 100;
const apiLimit = 5_000;

/** Opens a session on the one durable pull consumer of this user, which is made where there is none. */
export const openSubscription = async (
  access: TeamAccess,
  request: SubscriptionRequest,
): Promise<Result<Subscription, TeamTrouble>> => {
  const connected = await connectTeam(access);
  if (!connected.ok) return fail(connected.failure);
  const { nats, ended, end, close } = connected.value;
  const { user } = access;
  try {
    const manager = await jetstreamManager(nats, { checkAPI: false, timeout: apiLimit });
    const found = await findOwn(manager, user, request);
    if (!found.ok) {
      await close();
      return fail(found.failure);
    }
    const { info, isNewPlace } = found.value;
    const consumer = manager.jetstream().consumers.getConsumerFromInfo(info);
    let messages: ConsumerMessages | null = null;
    return succeed({
      ended,
      deliveredBefore: info.delivered.stream_seq,
      isNewPlace,
      receive: (take) => {
        void consume(consumer, take, (opened) => (messages = opened)).then(end);
      },
      check: () => {
        void checkOwn(manager, user, request).then((trouble) => (trouble === null ? undefined : end(trouble)));
      },
      close: async () => {
        messages?.stop();
        await close();
      },
    });
  } catch (error) {
    await close();
    return fail(apiTrouble(error));
  }
};

type Own = { readonly info: ConsumerInfo; readonly isNewPlace: boolean };

/** The consumer of this user, made ours. One that another installation reads from just now is left to it. */
const findOwn = async (
  { consumers }: JetStreamManager,
  user: string,
  { installation, since }: SubscriptionRequest,
): Promise<Result<Own, TeamTrouble>> => {
  let info: ConsumerInfo;
  try {
    info = await consumers.info(teamStream, user);
  } catch (error) {
    if (!isConsumerMissing(error)) throw error;
    const created = await consumers.add(teamStream, {
      durable_name: user,
      description: installation,
      filter_subject: teamSubject,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(acknowledgeWithin),
      max_ack_pending: mostUnacknowledged,
      inactive_threshold: nanos(inactiveThreshold),
      ...(since === null
        ? { deliver_policy: DeliverPolicy.New }
        : { deliver_policy: DeliverPolicy.StartTime, opt_start_time: new Date(since).toISOString() }),
    });
    return succeed({ info: created, isNewPlace: since !== null });
  }
  if (info.config.description === installation) return succeed({ info, isNewPlace: false });
  if (info.num_waiting > 0) return fail(teamTrouble('team-credentials-shared'));
  const taken = await consumers.update(teamStream, user, { description: installation });
  return succeed({ info: taken, isNewPlace: true });
};

const checkOwn = async (
  { consumers }: JetStreamManager,
  user: string,
  { installation }: SubscriptionRequest,
): Promise<TeamTrouble | null> => {
  try {
    const info = await consumers.info(teamStream, user);
    return info.config.description === installation ? null : teamTrouble('team-credentials-shared');
  } catch (error) {
    return apiTrouble(error);
  }
};

/** Answers with why it has ended. */
const consume = async (
  consumer: Consumer,
  take: (message: TeamMessage) => void,
  onOpened: (messages: ConsumerMessages) => void,
): Promise<TeamTrouble> => {
  try {
    const messages = await consumer.consume({
      max_messages: batch,
      expires: 30_000,
      idle_heartbeat: 10_000,
      abort_on_missing_resource: true,
      callback: (message) => take(teamMessage(message)),
    });
    onOpened(messages);
    const error = await messages.closed();
    return error instanceof Error ? apiTrouble(error) : teamTrouble('team-unreachable');
  } catch (error) {
    return apiTrouble(error);
  }
};

const teamMessage = (message: JsMsg): TeamMessage => ({
  subject: message.subject,
  messageId: message.headers?.get('Nats-Msg-Id') ?? '',
  body: message.data,
  sequence: message.seq,
  settle: () => message.ack(),
  refuse: () => message.term(),
});
