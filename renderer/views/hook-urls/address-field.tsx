import { useId } from 'preact/hooks';
import type { Failure } from '../../../electron/contract/index.ts';
import { useMessages } from '../../components/speech-context.ts';

type Properties = {
  label: string;
  hint: string;
  placeholder: string;
  value: string;
  /** What the app found wrong with it. */
  failure: Failure | null;
  input: (value: string) => void;
};

/** A web address. The browser checks its form; whether it can be used is for the app to say. */
export const AddressField = ({ label, hint, placeholder, value, failure, input }: Properties) => {
  const { addressForm } = useMessages().tunnel;
  const field = useId();
  const words = useId();
  const trouble = useId();
  return (
    <div class="address">
      <label class="address-label" for={field}>
        {label}
      </label>
      <input
        id={field}
        class="field"
        type="url"
        required
        pattern="https?://.+"
        title={addressForm}
        maxLength={2048}
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        value={value}
        aria-invalid={failure !== null}
        aria-describedby={failure === null ? words : `${trouble} ${words}`}
        onInput={(event) => input(event.currentTarget.value)}
      />
      {failure !== null && (
        <p class="field-failure" id={trouble} role="alert">
          {failure.message}
        </p>
      )}
      <p class="soft" id={words}>
        {hint}
      </p>
    </div>
  );
};
