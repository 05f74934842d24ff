type Properties = {
  label: string;
  value: string;
  /** Whether it is other than usual. */
  isSet: boolean;
  choices: readonly { readonly value: string; readonly words: string }[];
  choose: (value: string) => void;
};

/** The platform's own choice among many, as small as a chip. */
export const ChipSelect = ({ label, value, isSet, choices, choose }: Properties) => (
  <select
    class={isSet ? 'chip chip-select is-set' : 'chip chip-select'}
    aria-label={label}
    value={value}
    onChange={(event) => choose(event.currentTarget.value)}
  >
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.words}
      </option>
    ))}
  </select>
);
