import { randomBytes } from 'node:crypto';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Hook, IncomingHook } from '../hooks/hook.ts';
import type { AppendHook, JournalFailure } from '../hooks/journal-port.ts';
import type { AppendHooks, Journal } from '../hooks/journal.ts';
import type { Log } from '../log.ts';
import type { Outbox } from './outbox.ts';
import type { OutgoingHook, Publication } from './publication.ts';
import type { TeamTrouble } from './team-trouble.ts';

/** Passes hooks on to the team's stream; success means that the hook is safe, on the stream or in the journal. */
export type Forwarder = {
  readonly append: AppendHook;
  readonly appendMany: AppendHooks;
  /** How many hooks wait in the journal for the stream. */
  backlog(): number;
  readonly opened: (publication: Publication) => void;
  readonly ended: () => void;
  /** Why the stream did not take the last hook that was offered; null if it did. */
  trouble(): TeamTrouble | null;
  /** Waits for what is being answered. */
  dispose(): Promise<void>;
};

export type ForwarderPorts = {
  readonly journal: Pick<Journal, 'appendMany'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
  /** A hook is safe. */
  readonly onTaken: (hook: Hook) => void;
  readonly createMessageId?: () => string;
};

type Taken = Result<readonly Hook[], JournalFailure>;
type Entry = {
  readonly hook: IncomingHook;
  readonly outgoing: OutgoingHook;
  readonly receivedAt: number;
  readonly settle: (taken: Taken) => void;
};

/** Sent at once from the journal. On one connection they stay in order; whatever comes after one that failed is sent again, after it. */
const window = 64;
const retryAfter = 1_000;

const hookOf = ({ hook, outgoing, receivedAt }: Entry): Hook => ({ ...hook, id: outgoing.messageId, receivedAt });

/**
 * Makes the forwarder. While all is well a hook goes straight to the stream. When one is not acknowledged in time, or there
 * is no session, all that are under way go to the journal in their order, and so does everything after them until the
 * journal is empty again: so what was taken later never overtakes. Each hook keeps its message id however often it is sent.
 */
export const createForwarder = (ports: ForwarderPorts): Forwarder => {
  const { journal, outbox, clock, log, onTaken } = ports;
  const createMessageId = ports.createMessageId ?? (() => randomBytes(16).toString('base64url'));
  /** Sent, and not acknowledged yet; oldest first. */
  const underWay = new Set<Entry>();
  const answering = new Set<Promise<void>>();
  let publication: Publication | null = null;
  let trouble: TeamTrouble | null = null;
  let backlog = outbox.count();
  let storing = 0;
  let isDraining = false;
  let isDisposed = false;
  let cancel = (): void => undefined;

  const answer = (work: Promise<void>): void => {
    answering.add(work);
    void work.finally(() => answering.delete(work));
  };
  const storeNow = async (entries: readonly Entry[]): Promise<void> => {
    const result = await journal.appendMany(
      entries.map(({ hook, outgoing: { messageId } }) => ({ ...hook, messageId })),
    );
    storing -= entries.length;
    if (result.ok) backlog += result.value.length;
    for (const entry of entries) {
      entry.settle(result.ok ? succeed([hookOf(entry)]) : result);
      if (result.ok) onTaken(hookOf(entry));
    }
    void drain();
  };
  const store = (entries: readonly Entry[]): void => {
    storing += entries.length;
    answer(storeNow(entries));
  };

  /** From here on everything goes through the journal, after what was under way. */
  const divert = (): void => {
    const entries = [...underWay];
    underWay.clear();
    if (entries.length > 0) store(entries);
  };

  const sendNow = async (entry: Entry, to: Publication): Promise<void> => {
    const failure = await to.publish(entry.outgoing);
    // It went to the journal meanwhile, and will be sent from there: by its id the stream knows it.
    if (!underWay.has(entry)) return;
    trouble = failure;
    if (failure !== null) {
      log.warn(`The team’s stream did not take a hook (${failure.code}); it waits in the journal.`);
      divert();
      return;
    }
    underWay.delete(entry);
    entry.settle(succeed([hookOf(entry)]));
    onTaken(hookOf(entry));
  };
  const send = (entry: Entry, to: Publication): void => {
    underWay.add(entry);
    answer(sendNow(entry, to));
  };

  /** Sends what waits in the journal until nothing does, or the stream does not take it. */
  const drain = async (): Promise<void> => {
    if (isDraining || isDisposed) return;
    isDraining = true;
    cancel();
    const to = publication;
    const isTaken = to === null || backlog <= 0 || (await drainOnce(to));
    isDraining = false;
    if (isDisposed || publication === null || backlog <= 0) return;
    if (isTaken) void drain();
    else cancel = clock.schedule(retryAfter, () => void drain());
  };
  const drainOnce = async (to: Publication): Promise<boolean> => {
    try {
      const hooks = outbox.oldest(window);
      const failures = await Promise.all(hooks.map((hook) => to.publish(hook)));
      const first = failures.findIndex((failure) => failure !== null);
      const taken = first === -1 ? hooks : hooks.slice(0, first);
      trouble = failures[first] ?? null;
      outbox.remove(taken);
      backlog -= taken.length;
      if (hooks.length === 0) backlog = 0;
      if (backlog === 0 && storing === 0) log.info('All hooks of the journal are on the team’s stream.');
      return first === -1;
    } catch (error) {
      log.error(`The journal could not be read or tidied (${error instanceof Error ? error.message : String(error)}).`);
      return false;
    }
  };

  const take = (hook: IncomingHook): Promise<Taken> =>
    new Promise((settle) => {
      const { taskId, action } = hook;
      const outgoing = { messageId: createMessageId(), taskId, action };
      const entry: Entry = { hook, outgoing, receivedAt: clock.now(), settle };
      if (publication !== null && backlog === 0 && storing === 0 && !isDisposed) send(entry, publication);
      else store([entry]);
    });

  return {
    append: async (hook) => {
      const taken = await take(hook);
      if (!taken.ok) return taken;
      const [first] = taken.value;
      return first === undefined
        ? fail({ code: 'journal-unwritable', message: 'Nothing was written.' })
        : succeed(first);
    },
    appendMany: async (hooks) => {
      const all = await Promise.all(hooks.map(take));
      const failed = all.find((taken) => !taken.ok);
      return failed ?? succeed(all.flatMap((taken) => (taken.ok ? taken.value : [])));
    },
    backlog: () => backlog + storing,
    opened: (opened) => {
      publication = opened;
      trouble = null;
      void drain();
    },
    ended: () => {
      publication = null;
      cancel();
      divert();
    },
    trouble: () => trouble,
    dispose: async () => {
      isDisposed = true;
      cancel();
      while (answering.size > 0) await Promise.all(answering);
    },
  };
};
