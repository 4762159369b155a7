import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { visibleName } from '../../words/names.ts';

interface FileWindowProps {
  name: string;
  /** Esc belongs to what is inside; only the button closes. */
  keepsEsc?: boolean;
  onClose: () => void;
  onKey?: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

/** One file over the whole screen; the list waits behind it as it was. */
export function FileWindow({ name, keepsEsc = false, onClose, onKey, children }: FileWindowProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const press = (event: KeyboardEvent) => {
    // A question on top of it may be left with Esc.
    const inside = event.target instanceof Element && event.target.closest('dialog') === ref.current;
    if (inside && keepsEsc && event.key === 'Escape') event.preventDefault();
    if (inside) onKey?.(event);
  };
  return (
    <dialog
      ref={ref}
      class="file-window"
      aria-labelledby="file-window-title"
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault();
        if (!keepsEsc && event.target === event.currentTarget) onClose();
      }}
    >
      <header class="file-window-top">
        <h2 id="file-window-title" class="path" tabIndex={-1}>
          {visibleName(name)}
        </h2>
        <button type="button" class="button button-quiet" onClick={onClose}>
          Zamknij
        </button>
      </header>
      {children}
    </dialog>
  );
}
