import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface NewAssetProps {
  /** What is made, as the name of the button that opens its form. */
  word: string;
  live: boolean;
  plan: { used: number; most: number };
  /** What to do when there is no room for one more. */
  full: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ComponentChildren;
}

/** The way to make one more, or why there is none now; a form once open stays, so that nothing typed is lost. */
export function NewAsset({ word, live, plan, full, open, onOpen, children }: NewAssetProps) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, [open]);
  if (!open && plan.used >= plan.most) return <p class="asset-note">{full}</p>;
  if (!open && !live) return null;
  return (
    <>
      <p class="acts">
        <button type="button" class={open ? 'button button-quiet' : 'button'} aria-expanded={open} onClick={() => onOpen(!open)}>
          {word}
        </button>
      </p>
      {open ? (
        <div ref={form} class="asset-new">
          {children}
        </div>
      ) : null}
    </>
  );
}
