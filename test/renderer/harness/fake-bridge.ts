import {
  type Bridge,
  type PageEvent,
  type Reply,
  type RequestName,
  readReply,
} from '../../../electron/contract/index.ts';

export type FakeBridge = Bridge & {
  readonly asked: readonly { readonly name: RequestName; readonly payload: unknown }[];
  /** What the app answers from now on; an answer may be held back as a promise. */
  answer(name: RequestName, reply: Reply | ((payload: unknown) => Reply | Promise<Reply>)): void;
  push(event: PageEvent): void;
  connect(isConnected: boolean): void;
  readonly listeners: () => number;
};

/** A bridge whose app answers by script; every answer passes the contract's schemas as on the wire. */
export const createFakeBridge = (): FakeBridge => {
  const asked: { name: RequestName; payload: unknown }[] = [];
  const answers = new Map<RequestName, (payload: unknown) => Reply | Promise<Reply>>();
  let subscribed: { listener: (event: PageEvent) => void; connected: (isConnected: boolean) => void }[] = [];
  return {
    asked,
    answer: (name, reply) => void answers.set(name, typeof reply === 'function' ? reply : () => reply),
    push: (event) => {
      for (const { listener } of subscribed) listener(event);
    },
    connect: (isConnected) => {
      for (const { connected } of subscribed) connected(isConnected);
    },
    listeners: () => subscribed.length,
    request: async (name, payload) => {
      asked.push({ name, payload });
      return readReply(name, (await answers.get(name)?.(payload)) ?? { ok: true, value: null });
    },
    subscribe: (listener, connected) => {
      const entry = { listener, connected };
      subscribed = [...subscribed, entry];
      return () => {
        subscribed = subscribed.filter((other) => other !== entry);
      };
    },
  };
};
