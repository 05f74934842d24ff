import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

type Properties = {
  /** The name of the panel, and of the button unless that holds words. */
  label: string;
  /** The class of the button, for its looks. */
  looks: string;
  button: ComponentChildren;
  /** Whether `button` holds words that name it. */
  hasWords?: boolean;
  align: 'start' | 'end';
  children: (close: () => void) => ComponentChildren;
};

/** A button with a small panel under it. Escape, a click elsewhere and moving the focus away close it. */
export const Disclosure = ({ label, looks, button, hasWords = false, align, children }: Properties) => {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useId();

  useEffect(() => {
    if (!isOpen) return undefined;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <div
      class="disclosure"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        class={looks}
        ref={trigger}
        aria-expanded={isOpen}
        aria-controls={panel}
        aria-label={hasWords ? undefined : label}
        title={hasWords ? undefined : label}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      <div class={`panel panel-${align}`} id={panel} role="group" aria-label={label} hidden={!isOpen}>
        {isOpen && children(close)}
      </div>
    </div>
  );
};
