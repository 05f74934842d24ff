import { type ReadonlySignal, signal } from '@preact/signals';

const tick = 15_000;

/** The present, in ms: moves on every 15 s while the page can be seen, and at once when it comes into sight. */
export const createTickingNow = (page: Document): { now: ReadonlySignal<number>; dispose: () => void } => {
  const now = signal(Date.now());
  let timer: ReturnType<typeof setInterval> | null = null;
  const update = (): void => {
    now.value = Date.now();
  };
  const follow = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    if (page.visibilityState !== 'visible') return;
    update();
    timer = setInterval(update, tick);
  };
  page.addEventListener('visibilitychange', follow);
  follow();
  return {
    now,
    dispose: () => {
      page.removeEventListener('visibilitychange', follow);
      if (timer !== null) clearInterval(timer);
    },
  };
};
