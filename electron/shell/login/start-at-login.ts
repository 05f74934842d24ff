import type { Result } from '../../contract/index.ts';
import type { LoginRefusal } from '../../core/system-port.ts';

/** Starting the app when the user signs in to the computer, on one kind of system. */
export type StartAtLogin = {
  /** What the system says now; null where it cannot. */
  isOn(): boolean | null;
  set(wanted: boolean): Result<null, LoginRefusal>;
};

/** Where nothing can start the app: a demo, or a checkout on a system that only starts installed apps. */
export const noStartAtLogin: StartAtLogin = {
  isOn: () => null,
  set: () => ({ ok: false, failure: { kind: 'not-installed' } }),
};
