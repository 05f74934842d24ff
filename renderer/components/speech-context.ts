import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageMessages } from '../messages/en/index.ts';
import type { Speech } from '../messages/speech.ts';

const context = createContext<ReadonlySignal<Speech> | null>(null);

export const SpeechProvider = context.Provider;

/** The language of what is drawn, with its locale for dates and times. */
export const useSpeech = (): Speech => {
  const speech = useContext(context);
  if (speech === null) throw new Error('A view was drawn outside the page.');
  return speech.value;
};

/** What the page says. */
export const useMessages = (): PageMessages => useSpeech().messages;
