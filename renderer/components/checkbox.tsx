import { useId } from 'preact/hooks';

type Properties = {
  label: string;
  /** What it means, in a sentence or two. */
  meaning: string;
  /** Whether the meaning is a warning. */
  isBad?: boolean;
  isChecked: boolean;
  change: (isChecked: boolean) => void;
};

/** Something to agree to, with what it means. */
export const Checkbox = ({ label, meaning, isBad = false, isChecked, change }: Properties) => {
  const box = useId();
  const words = useId();
  return (
    <div class="choice">
      <input
        type="checkbox"
        class="radio"
        id={box}
        checked={isChecked}
        aria-describedby={words}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <div class="choice-words">
        <label for={box}>{label}</label>
        <p class={isBad ? 'field-failure' : 'soft'} id={words}>
          {meaning}
        </p>
      </div>
    </div>
  );
};
