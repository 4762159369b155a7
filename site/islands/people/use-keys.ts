import { useEffect, useRef } from 'preact/hooks';

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/**
 * Acts by single letters while nobody types, no dialog is open and the letters are wanted. `isOn` is asked at each press:
 * a letter pressed just after they were switched off must not act because the page was not drawn anew yet.
 */
export function useKeys(isOn: () => boolean, acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef({ isOn, acts });
  latest.current = { isOn, acts };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current.acts[event.key.toLowerCase()];
      if (!act || !latest.current.isOn() || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.matches(TYPING)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
