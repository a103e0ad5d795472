// A panel over the page. The browser's own modal dialog keeps focus inside, closes on Esc and gives focus back.
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

export function Dialog(props: {
  title: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
  closeLabel?: string;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop repeats what Esc and the close button do
    <dialog
      ref={ref}
      className={`panel ${props.className ?? ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onClose();
      }}
    >
      <div className="panel__body">
        <header className="panel__head">
          <h2 id={titleId}>{props.title}</h2>
          <button type="button" className="button button--plain" onClick={props.onClose}>
            {props.closeLabel ?? 'Close'}
          </button>
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
