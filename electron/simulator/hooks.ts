import type { Clock } from '../core/clock.ts';
import type { Task } from './entities.ts';
import type { HookOutcome, SendHook } from './hook-sender.ts';
import type { Quirks } from './quirks.ts';
import type { Random } from './random.ts';

type HookAction = 'create' | 'update' | 'delete';
export type FireHook = (action: HookAction, task: Task) => void;

/** One hook sent to one target. `status` is null when no answer came, and `failure` then says why; times are ms. */
export type Delivery = {
  readonly target: string;
  readonly taskId: string;
  readonly action: HookAction;
  /** 1 for the first time; later ones are the retries. */
  readonly attempt: number;
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
  /** Resolves once no hook is waiting or under way. Hooks held back, and retries, wait for the clock. */
  idle(): Promise<void>;
  /** Asks a hook URL whether it is there; resolves with its status, or null when it does not answer. */
  probe(target: string, method: 'GET' | 'HEAD' | 'POST'): Promise<number | null>;
  /** Hook URLs that failed too often in a row, and are called no more. */
  disabled(): readonly string[];
  /** Calls a disabled URL again. */
  enable(target: string): void;
  dispose(): void;
};

/** As many as a small pool of background workers would send at a time. */
const workers = 20;
const keptDeliveries = 100_000;

type Message = {
  readonly target: string;
  readonly taskId: string;
  readonly action: HookAction;
  readonly attempt: number;
};

/** Sends web hooks as Redbooth's page describes them: a POST with four fields, no signature. */
export const createHooks = (options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly quirks: Quirks;
  readonly targets: (task: Task) => readonly string[];
  readonly send: SendHook;
  /** Where the API is, for the `url` in the hook. */
  readonly origin: () => string;
}): Hooks => {
  const { clock, random, quirks } = options;
  const deliveries: Delivery[] = [];
  const queue: Message[] = [];
  const held = new Set<() => void>();
  const underWay = new Set<() => void>();
  const failures = new Map<string, number>();
  const disabled = new Set<string>();
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

  /** Keeps what cuts a request short while it is under way, also when it ends before `send` returns. */
  const send = (
    target: string,
    method: 'GET' | 'HEAD' | 'POST',
    body: string,
    ended: (outcome: HookOutcome) => void,
  ): void => {
    let cancel = (): void => undefined;
    const cutShort = (): void => cancel();
    underWay.add(cutShort);
    const { hookContentType: contentType, hookTimeout: timeout } = quirks;
    cancel = options.send({ target, method, contentType, body, timeout }, (outcome) => {
      if (underWay.delete(cutShort)) ended(outcome);
    });
  };

  const holdBack = (message: Message, delay: number): void => {
    const release = clock.schedule(delay, () => {
      held.delete(release);
      queue.push(message);
      work();
    });
    held.add(release);
  };

  const weigh = (message: Message, { status }: HookOutcome): void => {
    const { target, attempt } = message;
    if (status !== null && status >= 200 && status <= 299) {
      failures.delete(target);
      return;
    }
    const inRow = (failures.get(target) ?? 0) + 1;
    failures.set(target, inRow);
    if (quirks.hookDisabledAfter !== null && inRow >= quirks.hookDisabledAfter) disabled.add(target);
    else if (attempt <= quirks.hookRetries && !isDisposed)
      holdBack({ ...message, attempt: attempt + 1 }, quirks.hookRetryDelay);
  };

  const work = (): void => {
    while (underWay.size < workers && queue.length > 0) {
      const message = queue.shift();
      if (!message) break;
      if (disabled.has(message.target)) continue;
      const sentAt = clock.now();
      send(message.target, 'POST', encode(message), (outcome) => {
        deliveries.push({ ...message, sentAt, at: clock.now(), ...outcome });
        if (deliveries.length > keptDeliveries) deliveries.splice(0, keptDeliveries / 10);
        weigh(message, outcome);
        work();
      });
    }
    settle();
  };

  const enqueue = (message: Message): void => {
    if (traffic.shuffleWithin === 0) queue.push(message);
    else holdBack(message, random.between(0, traffic.shuffleWithin));
  };

  return {
    fire: (action, task) => {
      if (isDisposed || (task.isPrivate && !quirks.privateTaskFiresHook)) return;
      for (let edit = 0; edit < quirks.hooksPerEdit; edit += 1) {
        for (const target of options.targets(task)) {
          if (disabled.has(target) || random.chance(traffic.drop)) continue;
          const copies = random.chance(traffic.double) ? 2 : 1;
          for (let copy = 0; copy < copies; copy += 1) enqueue({ target, taskId: task.id, action, attempt: 1 });
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
        send(target, method, '', ({ status }) => {
          resolve(status);
          settle();
        });
      }),
    disabled: () => [...disabled],
    enable: (target) => {
      disabled.delete(target);
      failures.delete(target);
    },
    dispose: () => {
      isDisposed = true;
      queue.length = 0;
      for (const cancel of held) cancel();
      held.clear();
      for (const cancel of underWay) cancel();
      underWay.clear();
      settle();
    },
  };
};
