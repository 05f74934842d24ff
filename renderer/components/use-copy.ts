import { useEffect, useState } from 'preact/hooks';
import type { Copied } from '../../electron/contract/index.ts';
import { copyText } from '../browser/copy-text.ts';

/** `by-hand`: the browser does not let the page copy, so the text is shown to be copied with the keyboard. */
type Copying = { state: 'ready' } | { state: 'copied' } | { state: 'nothing' } | { state: 'by-hand'; text: string };

/** Copies what the app has to copy: the app does so itself, or gives the page the text. */
export const useCopy = (ask: () => Promise<Copied>): { copying: Copying; copy: () => Promise<void> } => {
  const [copying, setCopying] = useState<Copying>({ state: 'ready' });
  useEffect(() => {
    if (copying.state !== 'copied') return undefined;
    const timer = setTimeout(() => setCopying({ state: 'ready' }), 2_000);
    return () => clearTimeout(timer);
  }, [copying]);
  const copy = async (): Promise<void> => {
    const answer = await ask();
    if (answer.kind === 'nothing') return setCopying({ state: 'nothing' });
    if (answer.kind === 'copied' || (await copyText(answer.text))) return setCopying({ state: 'copied' });
    setCopying({ state: 'by-hand', text: answer.text });
  };
  return { copying, copy };
};
