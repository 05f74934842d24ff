import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Marked } from './marked.tsx';

type Properties = {
  label: string;
  /** What it means, in a sentence or two. */
  meaning?: string | null;
  /** What went wrong with the last choice. */
  failure?: string | null;
  /** Whether its control is a field, which takes the label as its name; a button says by itself what it does. */
  isField?: boolean;
  /** The control; a field has the id that it is given, and the meaning describes it. */
  children: (ids: { field: string; label: string; meaning: string }) => ComponentChildren;
};

/** One thing that can be set: what it is, what it means, and its control. What is chosen is in force at once. */
export const SettingRow = ({ label, meaning = null, failure = null, isField = false, children }: Properties) => {
  const field = useId();
  const name = useId();
  const description = useId();
  return (
    <div class="setting">
      <div class="setting-words">
        {isField ? (
          <label class="setting-label" for={field}>
            <Marked text={label} />
          </label>
        ) : (
          <p class="setting-label" id={name}>
            <Marked text={label} />
          </p>
        )}
        <div id={description}>
          {meaning !== null && (
            <p class="soft">
              <Marked text={meaning} />
            </p>
          )}
          {failure !== null && (
            <p class="field-failure" role="alert">
              {failure}
            </p>
          )}
        </div>
      </div>
      <div class="setting-control">{children({ field, label: name, meaning: description })}</div>
    </div>
  );
};
