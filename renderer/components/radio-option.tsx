import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Properties = {
  group: string;
  words: { readonly name: string; readonly meaning: string };
  isChosen: boolean;
  choose: () => void;
  children?: ComponentChildren;
};

/** One of several ways, with what it means; what it needs to know is asked only where it is chosen. */
export const RadioOption = ({ group, words: { name, meaning }, isChosen, choose, children }: Properties) => {
  const radio = useId();
  const description = useId();
  return (
    <div class="tunnel-option">
      <input
        type="radio"
        class="radio"
        id={radio}
        name={group}
        checked={isChosen}
        aria-describedby={description}
        onChange={choose}
      />
      <div class="tunnel-option-words">
        <label for={radio}>{name}</label>
        <p class="soft" id={description}>
          {meaning}
        </p>
        {isChosen && children}
      </div>
    </div>
  );
};
