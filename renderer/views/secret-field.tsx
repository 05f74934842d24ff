import { Eye, EyeOff } from 'lucide';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { Failure } from '../../electron/contract/index.ts';
import { IconButton } from '../components/icon-button.tsx';
import { credentialHint, credentialPattern } from './credential-pattern.ts';

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
        Secret
      </label>
      <div class="secret">
        <input
          id={input}
          class="field"
          {...(isShown ? shownType : hiddenType)}
          ref={field}
          required={!isKept}
          pattern={credentialPattern}
          title={credentialHint}
          spellcheck={false}
          autocapitalize="none"
          autocomplete="off"
          aria-invalid={failure !== null}
          aria-describedby={failure === null ? words : `${trouble} ${words}`}
          onInput={changed}
        />
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? 'Hide the secret' : 'Show the secret'}
          click={() => setShown(!isShown)}
        />
      </div>
      {failure !== null && (
        <p class="field-failure" id={trouble} role="alert">
          {failure.message}
        </p>
      )}
      <p class="soft" id={words}>
        {isKept
          ? 'A secret is kept already. Leave this empty to go on with it.'
          : 'Redbooth shows it beside the id. The app never shows it again once it is saved.'}
      </p>
    </div>
  );
};
