import { randomInt } from 'node:crypto';
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { type Delay, type NatsConnection, delay } from '@nats-io/transport-node';
import { apiTrouble } from './api-errors.ts';
import type { TeamMessage } from './team-message.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

/** Messages of a consumer as they come. */
export type Delivery = {
  /** Why it has ended. Never rejects. */
  readonly ended: Promise<TeamTrouble>;
  stop(): void;
};

export type DeliveryPorts = {
  readonly nats: NatsConnection;
  readonly consumer: Consumer;
  /** Where the servers tell of a new leader. */
  readonly leaderSubject: string;
  readonly take: (message: TeamMessage) => void;
  /** Nothing was heard for longer than it should be. */
  readonly onSilent: () => void;
};

const batch = 100;
const expires = 30_000;
/** Two of them missed, and messages are asked for again. */
const heartbeat = 5_000;
/** A new leader is told of before it takes requests, and many members hear of it in the same moment. */
const renewAfter = 300;
const renewWithin = 700;

/**
 * Begins to ask for messages. What was asked for dies with the server that led the consumer: it is asked for again once the
 * others tell who leads now, and after missed heartbeats where they cannot tell.
 */
export const startDelivery = (ports: DeliveryPorts): Delivery => {
  const { nats, consumer, leaderSubject, take, onSilent } = ports;
  let messages: ConsumerMessages | null = null;
  let isStopped = false;
  let renewal: Delay | null = null;
  let settle = (_trouble: TeamTrouble): void => undefined;
  const ended = new Promise<TeamTrouble>((resolve) => {
    settle = resolve;
  });

  const begin = async (): Promise<void> => {
    try {
      const before = messages;
      const opened = await consumer.consume({
        max_messages: batch,
        expires,
        idle_heartbeat: heartbeat,
        // Asks again at once, instead of half a minute later where nobody leads the consumer yet.
        bind: true,
        abort_on_missing_resource: true,
        callback: (message) => take(teamMessage(message)),
      });
      messages = opened;
      before?.stop();
      if (isStopped) opened.stop();
      void hear(opened);
      const error = await opened.closed();
      if (messages === opened) settle(error instanceof Error ? apiTrouble(error) : teamTrouble('team-unreachable'));
    } catch (error) {
      settle(apiTrouble(error));
    }
  };
  const hear = async (opened: ConsumerMessages): Promise<void> => {
    for await (const { type } of opened.status()) if (type === 'heartbeats_missed') onSilent();
  };
  const renew = async (): Promise<void> => {
    if (renewal !== null) return;
    renewal = delay(renewAfter + randomInt(renewWithin));
    await renewal;
    renewal = null;
    if (!isStopped) void begin();
  };

  const leaders = nats.subscribe(leaderSubject, {
    callback: (error) => {
      if (error === null) void renew();
    },
  });
  void begin();
  return {
    ended,
    stop: () => {
      isStopped = true;
      leaders.unsubscribe();
      renewal?.cancel();
      messages?.stop();
    },
  };
};

const teamMessage = (message: JsMsg): TeamMessage => ({
  subject: message.subject,
  messageId: message.headers?.get('Nats-Msg-Id') ?? '',
  body: message.data,
  sequence: message.seq,
  settle: () => message.ack(),
  refuse: () => message.term(),
});
