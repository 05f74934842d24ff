import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '../core/clock.ts';
import type { Task } from './entities.ts';
import { loopbackLookup } from './loopback.ts';
import type { Quirks } from './quirks.ts';
import type { Random } from './random.ts';

type HookAction = 'create' | 'update' | 'delete';
export type FireHook = (action: HookAction, task: Task) => void;

/** One hook sent to one target. `status` is null when no answer came, and `failure` then says why; times are ms. */
export type Delivery = {
  readonly target: string;
  readonly taskId: string;
  readonly action: HookAction;
  readonly sentAt: number;
  readonly at: number;
  readonly status: number | null;
  readonly failure: string | null;
};

/** How hooks go astray, by the seed: probabilities from 0 to 1, and a time in ms within which they overtake each other. */
export type HookTraffic = { readonly drop: number; readonly double: number; readonly shuffleWithin: number };

export type Hooks = {
  /** Sends to every target and returns at once; nothing that is done in Redbooth waits for a hook. */
  readonly fire: FireHook;
  /** Every delivery that has ended, the oldest of very many left off. */
  deliveries(): readonly Delivery[];
  setTraffic(traffic: Partial<HookTraffic>): void;
  /** Resolves once no hook is waiting or under way. Hooks held back wait for the clock. */
  idle(): Promise<void>;
  /** Asks a hook URL whether it is there; resolves with its status, or null when it does not answer. */
  probe(target: string, method: 'GET' | 'HEAD' | 'POST'): Promise<number | null>;
  dispose(): void;
};

const answerTimeout = 10_000;
/** As many as a small pool of background workers would send at a time. */
const workers = 20;
const keptDeliveries = 100_000;

type Message = { readonly target: string; readonly taskId: string; readonly action: HookAction };

/** Sends web hooks as Redbooth's page describes them: a POST with four fields, no signature, no second try. */
export const createHooks = (options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly quirks: Quirks;
  readonly targets: () => readonly string[];
  /** Where the API is, for the `url` in the hook. */
  readonly origin: () => string;
}): Hooks => {
  const { clock, random, quirks } = options;
  const deliveries: Delivery[] = [];
  const queue: Message[] = [];
  const held = new Set<() => void>();
  const underWay = new Set<() => void>();
  let waiters: (() => void)[] = [];
  let traffic: HookTraffic = { drop: 0, double: 0, shuffleWithin: 0 };
  let isDisposed = false;

  const settle = (): void => {
    if (queue.length > 0 || held.size > 0 || underWay.size > 0) return;
    const resolved = waiters;
    waiters = [];
    for (const resolve of resolved) resolve();
  };

  const encode = ({ taskId, action }: Message): string => {
    const id = quirks.hookId === 'text' ? taskId : Number(taskId);
    const event = { type: 'task', id, url: `${options.origin()}/api/3/tasks/${taskId}`, action };
    const json = JSON.stringify(quirks.hookBatch ? [event] : event);
    return quirks.hookContentType === 'application/x-www-form-urlencoded'
      ? new URLSearchParams({ payload: json }).toString()
      : json;
  };

  /** Ends once, with the status or the reason why there is none; the returned function cuts it short. */
  const send = (
    target: string,
    method: string,
    body: string,
    ended: (status: number | null, failure: string | null) => void,
  ): (() => void) => {
    let hasEnded = false;
    const end = (status: number | null, failure: string | null): void => {
      if (hasEnded) return;
      hasEnded = true;
      ended(status, failure);
    };
    const url = new URL(target);
    const onAnswer = (answer: IncomingMessage): void => {
      answer.resume();
      answer.on('end', () => end(answer.statusCode ?? null, null));
      answer.on('close', () => end(null, 'answer cut short'));
    };
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method,
        agent: false,
        lookup: loopbackLookup,
        timeout: answerTimeout,
        headers: { 'content-type': quirks.hookContentType, 'content-length': Buffer.byteLength(body) },
      },
      onAnswer,
    );
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', (error) => end(null, error.message));
    request.end(body);
    return () => request.destroy();
  };

  const work = (): void => {
    while (underWay.size < workers && queue.length > 0) {
      const message = queue.shift();
      if (!message) break;
      const sentAt = clock.now();
      const cancel = send(message.target, 'POST', encode(message), (status, failure) => {
        underWay.delete(cancel);
        deliveries.push({ ...message, sentAt, at: clock.now(), status, failure });
        if (deliveries.length > keptDeliveries) deliveries.splice(0, keptDeliveries / 10);
        work();
      });
      underWay.add(cancel);
    }
    settle();
  };

  const enqueue = (message: Message): void => {
    if (traffic.shuffleWithin === 0) {
      queue.push(message);
      return;
    }
    const release = clock.schedule(random.between(0, traffic.shuffleWithin), () => {
      held.delete(release);
      queue.push(message);
      work();
    });
    held.add(release);
  };

  return {
    fire: (action, task) => {
      if (isDisposed || (task.isPrivate && !quirks.privateTaskFiresHook)) return;
      for (let edit = 0; edit < quirks.hooksPerEdit; edit += 1) {
        for (const target of options.targets()) {
          if (random.chance(traffic.drop)) continue;
          const copies = random.chance(traffic.double) ? 2 : 1;
          for (let copy = 0; copy < copies; copy += 1) enqueue({ target, taskId: task.id, action });
        }
      }
      work();
    },
    deliveries: () => deliveries,
    setTraffic: (changed) => {
      traffic = { ...traffic, ...changed };
    },
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        settle();
      }),
    probe: (target, method) =>
      new Promise((resolve) => {
        const cancel = send(target, method, '', (status) => {
          underWay.delete(cancel);
          resolve(status);
          settle();
        });
        underWay.add(cancel);
      }),
    dispose: () => {
      isDisposed = true;
      queue.length = 0;
      for (const cancel of held) cancel();
      held.clear();
      for (const cancel of underWay) cancel();
      settle();
    },
  };
};
