import { Check, Copy } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Copied } from '../../electron/contract/index.ts';
import { Icon } from './icon.tsx';
import { useCopy } from './use-copy.ts';
import { useMessages } from './speech-context.ts';

type Properties = {
  /** What the text is, as the name of its field. */
  what: string;
  /** The name of the button; in sight it says “Copy”. */
  copyWhat: string;
  text: string | null;
  /** What stands in the field while there is no text. */
  placeholder?: string;
  copy: () => Promise<Copied>;
};

/** A text in sight, with its button to copy it; where the browser does not let it, the text is selected. */
export const CopyableText = ({ what, copyWhat, text, placeholder = '', copy: ask }: Properties) => {
  const { copying, copy } = useCopy(ask);
  const words = useMessages().common;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (copying.state !== 'by-hand') return;
    field.current?.focus();
    field.current?.select();
  }, [copying]);
  return (
    <>
      <div class="copyable">
        <input
          class="field field-mono"
          type="text"
          readOnly
          ref={field}
          aria-label={what}
          value={copying.state === 'by-hand' ? copying.text : (text ?? '')}
          placeholder={placeholder}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          class="button copy"
          disabled={text === null}
          aria-label={copyWhat}
          onClick={() => void copy()}
        >
          <Icon icon={copying.state === 'copied' ? Check : Copy} size={14} />
          {copying.state === 'copied' ? words.copied : words.copy}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {copying.state === 'copied' ? words.copied : ''}
      </p>
      {copying.state === 'by-hand' && <p class="soft">{words.copyByHand}</p>}
    </>
  );
};
