import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../components/speech-context.ts';

type Properties = {
  label: string;
  initial: string;
  action: string;
  submit: (name: string) => void;
  cancel: () => void;
};

/** Asks for the name of a hook URL, and gives the focus back to where it was. */
export const NameForm = ({ label, initial, action, submit, cancel }: Properties) => {
  const { common } = useMessages();
  const [name, setName] = useState(initial);
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    input.current?.select();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const trimmed = name.trim();
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '') submit(trimmed);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Leaves the field, not the dialog around it.
        event.preventDefault();
        event.stopPropagation();
        cancel();
      }}
    >
      <label class="visually-hidden" for={field}>
        {label}
      </label>
      <input
        id={field}
        class="field"
        type="text"
        value={name}
        maxLength={60}
        placeholder={label}
        autocomplete="off"
        ref={input}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button button-main" disabled={trimmed === ''}>
        {action}
      </button>
      <button type="button" class="button" onClick={cancel}>
        {common.cancel}
      </button>
    </form>
  );
};
