import { Check, Copy } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Copied } from '../../electron/contract/index.ts';
import { Icon } from './icon.tsx';
import { useCopy } from './use-copy.ts';

type Properties = {
  label: string;
  /** Null while there is nothing to copy. */
  value: string | null;
  placeholder?: string;
  /** What the button does, for who does not see the field beside it. */
  action: string;
  copy: () => Promise<Copied>;
};

/** An address in sight, with its button to copy it; where the browser does not let the page copy, it is selected. */
export const CopyableField = ({ label, value, placeholder, action, copy: ask }: Properties) => {
  const { copying, copy } = useCopy(ask);
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
          aria-label={label}
          value={copying.state === 'by-hand' ? copying.text : (value ?? '')}
          placeholder={placeholder}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          class="button copy"
          disabled={value === null}
          aria-label={action}
          onClick={() => void copy()}
        >
          <Icon icon={copying.state === 'copied' ? Check : Copy} size={14} />
          {copying.state === 'copied' ? 'Copied' : 'Copy'}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {copying.state === 'copied' ? 'Copied' : ''}
      </p>
      {copying.state === 'by-hand' && (
        <p class="soft">The browser does not let this page copy. The address is selected: copy it with the keyboard.</p>
      )}
    </>
  );
};
