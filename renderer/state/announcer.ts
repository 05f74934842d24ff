import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageMessages } from '../messages/en/index.ts';

export type Announcer = {
  /** What assistive technology is to read out next. */
  readonly text: ReadonlySignal<string>;
  /** A change that came by itself. */
  announce(sentence: string): void;
  /** What became of something the user did: said at once. */
  readonly say: (sentence: string) => void;
  dispose(): void;
};

type Schedule = (milliseconds: number, task: () => void) => () => void;

/** Collects what arrives within a second, so that a burst is read out as one sentence and not as a flood. */
export const createAnnouncer = (schedule: Schedule, words: () => PageMessages['list']): Announcer => {
  const text = signal('');
  let waiting: string[] = [];
  let cancel = (): void => undefined;
  const flush = (): void => {
    const [first = ''] = waiting;
    text.value = waiting.length === 1 ? first : words().arrived(waiting.length);
    waiting = [];
  };
  return {
    text,
    announce: (sentence) => {
      waiting.push(sentence);
      if (waiting.length === 1) cancel = schedule(1_000, flush);
    },
    say: (sentence) => {
      // The same words twice are read out once only, unless they differ.
      text.value = text.value === sentence ? `${sentence}\u00a0` : sentence;
    },
    dispose: () => cancel(),
  };
};
