import type { SystemPort } from '../../electron/core/system-port.ts';

/** A computer that does what it is asked, until a test lets it refuse. */
export const createFakeSystem = () => {
  const state: {
    startsAtLogin: boolean | null;
    hasTray: boolean | null;
    refusal: string | null;
    isDoNotDisturb: boolean;
    opened: number;
    played: string[];
  } = {
    startsAtLogin: false,
    hasTray: true,
    refusal: null,
    isDoNotDisturb: false,
    opened: 0,
    played: [],
  };
  const system: SystemPort & { readonly state: typeof state } = {
    state,
    locale: 'en',
    startsAtLogin: () => state.startsAtLogin,
    startAtLogin: (wanted) => {
      if (state.refusal !== null) return { ok: false, failure: { kind: 'system' } };
      state.startsAtLogin = wanted;
      return { ok: true, value: null };
    },
    canChooseTrayIcon: true,
    hasTray: () => state.hasTray,
    isDoNotDisturb: () => state.isDoNotDisturb,
    canOpenNotificationSettings: true,
    sounds: { canPlay: true, play: (sound) => state.played.push(sound) },
    saveText: async (name, text) =>
      state.refusal === null
        ? { ok: true, value: { kind: 'text', name, text } }
        : { ok: false, failure: state.refusal },
    startDemo: async () =>
      state.refusal === null ? { ok: true, value: { kind: 'started' } } : { ok: false, failure: 'not-started' },
    updater: { kind: 'unsupported', obstacle: 'development' },
    openNotificationSettings: async () => {
      state.opened += 1;
      return { kind: 'opened' };
    },
  };
  return system;
};
