import { jetstreamManager } from '@nats-io/jetstream';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { apiTrouble } from './api-errors.ts';
import { type TeamAccess, connectTeam } from './connection.ts';
import { type Delivery, startDelivery } from './delivery.ts';
import { type SubscriptionRequest, checkOwnConsumer, findOwnConsumer } from './own-consumer.ts';
import type { TeamSession } from './session.ts';
import { leaderSubject } from './subjects.ts';
import type { TeamMessage } from './team-message.ts';
import type { TeamTrouble } from './team-trouble.ts';

/** A session that receives. */
export type Subscription = TeamSession & {
  /** The last place in the stream that was handed to this consumer before, in this session or an earlier one. */
  readonly deliveredBefore: number;
  /** The consumer is not the one that this installation had: what came in between may have gone to nobody, or to another. */
  readonly isNewPlace: boolean;
  /** Has every message from the consumer's place on handed to `take`, in the stream's order but for those that come again. To be called once. */
  receive(take: (message: TeamMessage) => void): void;
  /** The last place up to which the consumer waits for nothing any more; null: nobody says so just now. Never rejects. */
  acknowledgeFloor(): Promise<number | null>;
};

/** How long the servers may take to answer. */
const apiLimit = 2_000;

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
    const found = await findOwnConsumer(manager, user, request);
    if (!found.ok) {
      await close();
      return fail(found.failure);
    }
    const { info, isNewPlace } = found.value;
    const look = () => checkOwnConsumer(manager, user, request.installation);
    /** `isPatient`: that nobody answers is no reason to end. */
    const check = async (isPatient: boolean): Promise<void> => {
      const seen = await look();
      if (!seen.ok && !(isPatient && seen.failure.code === 'team-unreachable')) end(seen.failure);
    };
    let delivery: Delivery | null = null;
    return succeed({
      ended,
      deliveredBefore: info.delivered.stream_seq,
      isNewPlace,
      receive: (take) => {
        delivery = startDelivery({
          nats,
          consumer: manager.jetstream().consumers.getConsumerFromInfo(info),
          leaderSubject: leaderSubject(user),
          take,
          onSilent: () => void check(true),
        });
        void delivery.ended.then(end);
      },
      acknowledgeFloor: async () => {
        const seen = await look();
        return seen.ok ? seen.value.ack_floor.stream_seq : null;
      },
      check: () => void check(false),
      close: async () => {
        delivery?.stop();
        await close();
      },
    });
  } catch (error) {
    await close();
    return fail(apiTrouble(error));
  }
};
