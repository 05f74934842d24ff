import { Eye, EyeOff } from 'lucide';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { Failure } from '../../../electron/contract/index.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { credentialPattern } from './credential-pattern.ts';
import { useMessages } from '../../components/speech-context.ts';

type Properties = {
  field: RefObject<HTMLInputElement | null>;
  /** Whether one is kept already for this application, so that the field may stay empty. */
  isKept: boolean;
  failure: Failure | null;
  changed: () => void;
};

const shownType = { type: 'text' } as const;
const hiddenType = { type: 'password' } as const;

/** The secret, hidden unless the user looks at it. Only the field itself ever holds it, and not after it is gone. */
export const SecretField = ({ field, isKept, failure, changed }: Properties) => {
  const { account } = useMessages();
  const [isShown, setShown] = useState(false);
  const input = useId();
  const words = useId();
  const trouble = useId();
  useLayoutEffect(() => {
    const element = field.current;
    return () => {
      if (element) element.value = '';
    };
  }, []);
  return (
    <div class="form-row">
      <label class="form-label" for={input}>
        {account.secret}
      </label>
      <div class="secret">
        <input
          id={input}
          class="field"
          {...(isShown ? shownType : hiddenType)}
          ref={field}
          required={!isKept}
          pattern={credentialPattern}
          title={account.credentialForm}
          spellcheck={false}
          autocapitalize="none"
          autocomplete="off"
          aria-invalid={failure !== null}
          aria-describedby={failure === null ? words : `${trouble} ${words}`}
          onInput={changed}
        />
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? account.hideSecret : account.showSecret}
          click={() => setShown(!isShown)}
        />
      </div>
      {failure !== null && (
        <p class="field-failure" id={trouble} role="alert">
          {failure.message}
        </p>
      )}
      <p class="soft" id={words}>
        {isKept ? account.secretKept : account.secretMeaning}
      </p>
    </div>
  );
};
