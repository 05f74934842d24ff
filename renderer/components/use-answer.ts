import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../../electron/contract/index.ts';
import { useSpeech } from './speech-context.ts';

export type Answer<Value> =
  { readonly state: 'asking' } | { readonly state: 'failed'; readonly failure: Failure } | Ready<Value>;
type Ready<Value> = { readonly state: 'ready'; readonly value: Value };

/**
 * Asks when the view opens, again when `occasion` or the language changes, and on `reload`. While it asks again, the answer before stays.
 * Only the newest answer counts.
 */
export const useAnswer = <Value>(
  ask: () => Promise<Result<Value, Failure>>,
  occasion = '',
): { answer: Answer<Value>; reload: () => Promise<void> } => {
  const [answer, setAnswer] = useState<Answer<Value>>({ state: 'asking' });
  const { language } = useSpeech();
  const newest = useRef(0);
  const reload = async (): Promise<void> => {
    newest.current += 1;
    const mine = newest.current;
    const result = await ask();
    if (mine !== newest.current) return;
    setAnswer(result.ok ? { state: 'ready', value: result.value } : { state: 'failed', failure: result.failure });
  };
  useEffect(() => {
    void reload();
    return () => {
      newest.current += 1;
    };
  }, [occasion, language]);
  return { answer, reload };
};
