import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './icon-button.tsx';
import { Trouble } from './trouble.tsx';
import { useMessages } from './speech-context.ts';

type Properties = { title: string; size: 'small' | 'large' | 'wide'; close: () => void; children: ComponentChildren };

/** A modal dialog of the platform: it keeps the focus inside, closes on Escape and gives the focus back. */
export const Dialog = ({ title, size, close, children }: Properties) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const words = useMessages().common;
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      class={`dialog dialog-${size}`}
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === dialog.current) close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class="dialog-surface">
        <header class="dialog-head">
          <div class="dialog-title">
            <h2 class="title" id={heading}>
              {title}
            </h2>
            <IconButton icon={X} label={words.close} click={close} />
          </div>
          {/* The page behind cannot be read while the dialog is open. */}
          <Trouble />
        </header>
        {children}
      </div>
    </dialog>
  );
};
