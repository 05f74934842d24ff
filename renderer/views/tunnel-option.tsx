import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { tunnelWords } from './tunnel-words.ts';

type Properties = {
  group: string;
  words: (typeof tunnelWords)['off'];
  isChosen: boolean;
  choose: () => void;
  children: ComponentChildren;
};

/** One way to be reached; what it needs to know is asked only where it is chosen. */
export const TunnelOption = ({ group, words: { name, meaning }, isChosen, choose, children }: Properties) => {
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
