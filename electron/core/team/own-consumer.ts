import {
  AckPolicy,
  type ConsumerConfig,
  type ConsumerInfo,
  DeliverPolicy,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { delay, nanos } from '@nats-io/transport-node';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { apiTrouble, isConsumerMissing, isPassing } from './api-errors.ts';
import { mostUnacknowledged } from './stream-limits.ts';
import { teamStream, teamSubject } from './subjects.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

export type SubscriptionRequest = {
  /** The id of this installation. */
  readonly installation: string;
  /** From when on (ms since 1970) to go on if the consumer is gone; null: with what comes from now on. */
  readonly since: number | null;
};

/** The consumer of this user. */
export type OwnConsumer = {
  readonly info: ConsumerInfo;
  /** It is not the one that this installation had: what came in between may have gone to nobody, or to another. */
  readonly isNewPlace: boolean;
};

const day = 86_400_000;
/**
 * After how long a message that was not acknowledged comes again, the first time and later ones. The first is short, as what a
 * broken connection has swallowed comes no other way; the last one is for a journal that cannot be written.
 */
const comesAgainAfter = [4_000, 10_000, 30_000];
/** An installation that did not ask for so long is taken for dead. */
const inactiveThreshold = 30 * day;
/** When the server that led the consumer has died the others choose a new one, within 4 to 9 s (nats-server: raft). */
const electionLimit = 9_000;
const askAgainAfter = 500;

const limits = {
  // Without end, but nats-server 2.9 wants a number where there is a `backoff`.
  max_deliver: 1_000_000_000,
  backoff: comesAgainAfter.map((milliseconds) => nanos(milliseconds)),
  max_ack_pending: mostUnacknowledged,
  inactive_threshold: nanos(inactiveThreshold),
} satisfies Partial<ConsumerConfig>;

const hasLimits = ({ backoff = [], max_ack_pending }: ConsumerConfig): boolean =>
  max_ack_pending === limits.max_ack_pending && backoff.join() === limits.backoff.join();

/** The consumer of this user, made ours. One that another installation reads from just now is left to it. Rejects with what the client throws. */
export const findOwnConsumer = async (
  { consumers }: JetStreamManager,
  user: string,
  { installation, since }: SubscriptionRequest,
): Promise<Result<OwnConsumer, TeamTrouble>> => {
  let info: ConsumerInfo;
  try {
    info = await patiently(() => consumers.info(teamStream, user));
  } catch (error) {
    if (!isConsumerMissing(error)) throw error;
    const created = await consumers.add(teamStream, {
      ...limits,
      durable_name: user,
      description: installation,
      filter_subject: teamSubject,
      ack_policy: AckPolicy.Explicit,
      ...(since === null
        ? { deliver_policy: DeliverPolicy.New }
        : { deliver_policy: DeliverPolicy.StartTime, opt_start_time: new Date(since).toISOString() }),
    });
    return succeed({ info: created, isNewPlace: since !== null });
  }
  const isOurs = info.config.description === installation;
  if (isOurs && hasLimits(info.config)) return succeed({ info, isNewPlace: false });
  if (!isOurs && info.num_waiting > 0) return fail(teamTrouble('team-credentials-shared'));
  const updated = await consumers.update(teamStream, user, { ...limits, description: installation });
  return succeed({ info: updated, isNewPlace: !isOurs });
};

const patiently = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
  const end = performance.now() + electionLimit;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || performance.now() > end) throw error;
      await delay(askAgainAfter);
    }
  }
};

/** What is wrong with the consumer of this user, or that nobody answers; null: it is there and ours. Never rejects. */
export const checkOwnConsumer = async (
  { consumers }: JetStreamManager,
  user: string,
  installation: string,
): Promise<Result<ConsumerInfo, TeamTrouble>> => {
  try {
    const info = await consumers.info(teamStream, user);
    return info.config.description === installation ? succeed(info) : fail(teamTrouble('team-credentials-shared'));
  } catch (error) {
    return fail(apiTrouble(error));
  }
};
