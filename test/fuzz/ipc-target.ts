import * as fc from 'fast-check';
import { type RequestChannel, createPageChannel } from '../../electron/shell/ipc.ts';
import type { SenderFrame } from '../../electron/shell/ipc-sender.ts';
import { startAppWorld } from './app-world.ts';
import { type PageRequest, pageRequest, problemOfReply } from './page-requests.ts';
import type { FuzzTarget } from './target.ts';

type IpcCase = {
  readonly name: unknown;
  readonly payload: unknown;
  readonly frame: SenderFrame | null;
  readonly isOurWindow: boolean;
};

const own: SenderFrame = { url: 'app://redbooth-notifier/', parent: null };
const frame = fc.oneof(
  { weight: 8, arbitrary: fc.constant(own) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.constant(null),
      fc.record({
        url: fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('app://redbooth-notifier.example/', 'file:///')),
        parent: fc.constant(null),
      }),
      fc.constant({ ...own, parent: {} }),
    ),
  },
);
// More than JSON comes over IPC: whatever can be cloned.
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
});

const cases: fc.Arbitrary<IpcCase> = fc
  .tuple(
    fc.oneof(
      { weight: 10, arbitrary: pageRequest },
      { weight: 1, arbitrary: fc.record({ name: anything, payload: anything }) },
    ),
    frame,
    fc.constantFrom(true, true, true, true, true, false),
  )
  .map(([{ name, payload }, sender, isOurWindow]) => ({ name, payload, frame: sender, isOurWindow }));

const isNamed = (given: { readonly name: unknown }): given is PageRequest => typeof given.name === 'string';

/** The desktop page’s requests over IPC, to the real app. */
export const ipcTarget: FuzzTarget<IpcCase> = {
  name: 'requests over IPC',
  share: 5,
  cases,
  together: 1,
  start: async () => {
    const world = await startAppWorld();
    let listener: Parameters<RequestChannel['handle']>[1] = async () => null;
    let refused = 0;
    const channel = createPageChannel({
      ipc: {
        handle: (_channel, given) => {
          listener = given;
        },
        removeHandler: () => undefined,
      },
      dispatch: world.app.dispatch,
      log: { info: () => undefined, warn: () => void (refused += 1), error: () => undefined },
    });
    const ours = { send: () => undefined, on: () => undefined, isDestroyed: () => false };
    channel.attach(ours);
    return {
      check: async (given) => {
        const isTrusted = given.isOurWindow && given.frame === own;
        const before = refused;
        try {
          const reply = await listener(
            { sender: given.isOurWindow ? ours : {}, senderFrame: given.frame },
            given.name,
            given.payload,
          );
          const [complaint] = world.complaints();
          if (complaint !== undefined) return complaint;
          // Others may have been refused meanwhile, so this can only be seen one way.
          if (!isTrusted && refused === before) return 'a stranger was answered';
          return problemOfReply(isTrusted && isNamed(given) ? given.name : '', isTrusted ? reply : { ok: false });
        } catch (error) {
          return `it threw ${String(error)}`;
        }
      },
      finish: async () => ({ complaints: world.complaints(), figures: [`${refused} strangers refused`] }),
      dispose: async () => {
        channel.dispose();
        await world.dispose();
      },
    };
  },
};
