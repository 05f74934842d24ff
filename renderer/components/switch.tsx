type Properties = {
  isOn: boolean;
  id: string;
  describedBy: string;
  change: (isOn: boolean) => void;
};

/** A checkbox for something that is on or off, and takes effect at once. */
export const Switch = ({ isOn, id, describedBy, change }: Properties) => (
  <input
    type="checkbox"
    role="switch"
    class="switch"
    checked={isOn}
    id={id}
    aria-describedby={describedBy}
    onChange={(event) => change(event.currentTarget.checked)}
  />
);
