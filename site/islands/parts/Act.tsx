import type { ComponentChildren } from 'preact';

interface ActProps {
  busy?: boolean;
  tone?: 'main' | 'quiet' | 'danger' | 'quiet-danger';
  type?: 'button' | 'submit';
  onAct?: () => void;
  children: ComponentChildren;
}

const CLASSES = {
  main: 'button',
  quiet: 'button button-quiet',
  danger: 'button button-danger',
  'quiet-danger': 'button button-quiet button-danger',
};

/** A button that names its act; while the act is being sent it says so and takes no second press. */
export function Act({ busy = false, tone = 'main', type = 'button', onAct, children }: ActProps) {
  return (
    <button type={type} class={CLASSES[tone]} aria-busy={busy ? 'true' : undefined} disabled={busy} onClick={onAct}>
      {children}
    </button>
  );
}
