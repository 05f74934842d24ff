import { Check, Copy } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Copied } from '../../electron/contract/index.ts';
import { Icon } from './icon.tsx';
import { useCopy } from './use-copy.ts';
import { useMessages } from './speech-context.ts';

type Properties = {
  /** What is copied, as the name of the field that shows it where the page may not copy. */
  what: string;
  looks: string;
  disabled?: boolean;
  copy: () => Promise<Copied>;
  children: ComponentChildren;
};

/** A button that copies a text; where the browser does not let it, the text appears selected under the button. */
export const CopyButton = ({ what, looks, disabled = false, copy: ask, children }: Properties) => {
  const { copying, copy } = useCopy(ask);
  const words = useMessages().common;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (copying.state === 'by-hand') field.current?.select();
  }, [copying]);
  return (
    <>
      <button type="button" class={looks} disabled={disabled} onClick={() => void copy()}>
        <Icon icon={copying.state === 'copied' ? Check : Copy} size={14} />
        {copying.state === 'copied' ? words.copied : children}
      </button>
      <span class="visually-hidden" role="status">
        {copying.state === 'copied' ? words.copied : ''}
      </span>
      {copying.state === 'nothing' && <p class="by-hand">{words.nothingToCopy}</p>}
      {copying.state === 'by-hand' && (
        <div class="by-hand">
          <p>{words.copyByHand}</p>
          <textarea class="field field-mono" aria-label={what} readOnly rows={4} ref={field} value={copying.text} />
        </div>
      )}
    </>
  );
};
