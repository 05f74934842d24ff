type Properties<Value extends string> = {
  value: Value;
  choices: readonly { readonly value: Value; readonly words: string }[];
  id: string;
  describedBy: string;
  choose: (value: Value) => void;
};

/** The platform's own choice of one among several. */
export const Select = <Value extends string>({ value, choices, id, describedBy, choose }: Properties<Value>) => (
  <select
    class="field select"
    value={value}
    id={id}
    aria-describedby={describedBy}
    onChange={(event) => {
      const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
      if (chosen) choose(chosen.value);
    }}
  >
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.words}
      </option>
    ))}
  </select>
);
