/** The part of Electron’s `powerMonitor` that is used. */
export type PowerEvents = {
  on(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
  removeListener(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
};

/** Tells when the computer woke or was unlocked: the tunnel may be gone by then, and hooks with it. */
export const watchPower = (power: PowerEvents, onWake: () => void): { dispose(): void } => {
  power.on('resume', onWake);
  power.on('unlock-screen', onWake);
  return {
    dispose: () => {
      power.removeListener('resume', onWake);
      power.removeListener('unlock-screen', onWake);
    },
  };
};
