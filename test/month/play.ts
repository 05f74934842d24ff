import { createApp } from '../../electron/core/app.ts';
import type { AppPorts } from '../../electron/core/app-port.ts';
import type { Change } from '../../electron/core/changes/change.ts';
import { changeColumns, readChange } from '../../electron/core/changes/stored-change.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createLog } from '../../electron/core/log.ts';
import type { OperatorLine } from '../../electron/core/operator/line.ts';
import type { Fetch } from '../../electron/core/redbooth/client-port.ts';
import { createSettings } from '../../electron/core/settings/settings.ts';
import { noSystem } from '../../electron/core/system-port.ts';
import { type SendHook, sendOverSockets } from '../../electron/simulator/hook-sender.ts';
import { createMonth } from '../../electron/simulator/month.ts';
import { monthPopulation } from '../../electron/simulator/month-population.ts';
import type { Truth } from '../../electron/simulator/month-truth.ts';
import type { Quirks } from '../../electron/simulator/quirks.ts';
import { createRandom } from '../../electron/simulator/random.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { fixedToken } from '../fakes/account.ts';
import { createFakeNotifier } from '../fakes/notifier.ts';
import { type Chronicle, createChronicle } from './chronicle.ts';
import { createMonthClock } from './month-clock.ts';

export type MonthPlan = {
  readonly seed: number;
  readonly days: number;
  readonly actions: number;
  readonly quirks?: Partial<Quirks>;
};

/** A time (ms) in which the machine slept. */
export type Sleep = { readonly from: number; readonly until: number };

/** What the app made of a month, beside what really was. */
export type Played = {
  readonly me: string;
  readonly start: number;
  readonly end: number;
  readonly sleeps: readonly Sleep[];
  readonly truth: readonly Truth[];
  readonly chronicle: Chronicle;
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly lines: readonly OperatorLine[];
  readonly log: readonly string[];
  readonly requests: number;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday. */
const firstDay = Date.UTC(2026, 10, 2, 6);
const owner = 'ada';
/** Time for the daily sweep after the last thing that happened. */
const aftermath = 30 * hour;

/** Two sleeps: one over a busy afternoon, one over a night and half a morning. */
const sleepsOf = (days: number): readonly Sleep[] => {
  const midnight = firstDay - (firstDay % day);
  const afternoon = midnight + Math.floor(days / 4) * day + 13 * hour;
  const night = midnight + Math.floor((days * 2) / 3) * day + 17 * hour;
  return [
    { from: afternoon, until: afternoon + 5 * hour },
    { from: night, until: night + 18 * hour },
  ];
};

/** Waits until no promise and no socket moves any more; what waits for the clock counts as resting. */
const createRest = (sockets: () => number, moves: () => number) => async (): Promise<void> => {
  let seen = -1;
  for (let quiet = 0; quiet < 4; quiet += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (sockets() === 0 && moves() === seen) continue;
    seen = moves();
    quiet = -1;
  }
};

/** Plays a month of a simulated organization through the real core: hooks over sockets, the rest in this process. */
export const playMonth = async ({ seed, days, actions, quirks = {} }: MonthPlan): Promise<Played> => {
  let sockets = 0;
  let moves = 0;
  const clock = createMonthClock(
    firstDay,
    createRest(
      () => sockets,
      () => moves,
    ),
  );
  const sendHook: SendHook = (request, ended) => {
    if (clock.isAsleep()) {
      ended({ status: null, failure: 'asleep' });
      return () => undefined;
    }
    sockets += 1;
    return sendOverSockets(request, (outcome) => {
      sockets -= 1;
      moves += 1;
      ended(outcome);
    });
  };
  const simulator = createSimulator({ seed, clock: clock.world, population: monthPopulation, quirks, sendHook });
  const me = simulator.world.userNamed(owner).id;
  const chronicle = createChronicle(simulator.world, owner);
  let requests = 0;
  const fetch: Fetch = async (url, init) => {
    moves += 1;
    requests += 1;
    try {
      return await simulator.fetch(url, init);
    } finally {
      moves += 1;
    }
  };
  const random = createRandom(seed + 1_000);
  const lines: OperatorLine[] = [];
  const log: string[] = [];
  const stored = { tunnel: 'off', redbooth: simulator.origin() };
  const settings = createSettings({ read: () => stored, write: () => undefined }, {}, {}, (key) => {
    throw new Error(`the setting ${key} is not valid`);
  });
  if (!settings.ok) throw new Error(settings.failure);
  const ports: AppPorts = {
    clock: clock.machine,
    random: () => random.fraction(),
    log: createLog((level, message) => void log.push(`${level}: ${message}`)),
    fetch,
    credentials: fixedToken(simulator.signIn(owner).accessToken),
    notifier: createFakeNotifier(),
    report: (line) => void lines.push(line),
    openPage: async (url) => ({ kind: 'link', url }),
    copyText: async (text) => ({ kind: 'text', text }),
    system: noSystem,
  };
  const database = openDatabase(':memory:');
  const app = createApp(
    { host: 'headless', isDemo: false, database, settings: settings.value, hookPort: 0, apiRate: 1 },
    ports,
  );
  try {
    const started = await app.start();
    if (!started.ok) throw new Error(started.failure.message);
    const start = firstDay + hour;
    chronicle.note(firstDay);
    await clock.runUntil(start);

    simulator.attachHook(started.value.localUrl);
    simulator.setHookTraffic({ drop: 0.4, double: 0.1, shuffleWithin: 20_000 });
    const month = createMonth({ simulator, random: createRandom(seed), start, days, actions });
    const sleeps = sleepsOf(days);
    const turns = [
      ...month.steps.map(({ at, act }) => ({ at, act })),
      ...sleeps.flatMap(({ from, until }) => [
        { at: from, act: () => clock.setAsleep(true) },
        {
          at: until,
          act: () => {
            clock.setAsleep(false);
            app.wake();
          },
        },
      ]),
    ].sort((a, b) => a.at - b.at);
    for (const { at, act } of turns) {
      await clock.runUntil(at);
      act();
      chronicle.note(at);
    }
    const end = Math.max(...turns.map(({ at }) => at)) + aftermath;
    await clock.runUntil(end);

    const changes = database.prepare(`SELECT ${changeColumns} FROM change ORDER BY id`).all().map(readChange);
    return {
      me,
      start,
      end,
      sleeps,
      truth: month.truth(),
      chronicle,
      changes,
      lines,
      log,
      requests,
    };
  } finally {
    const disposing = app.dispose();
    await clock.runUntil(clock.machine.now() + hour);
    await disposing;
    await simulator.dispose();
    database.close();
  }
};
