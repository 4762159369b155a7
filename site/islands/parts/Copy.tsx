import { useEffect, useState } from 'preact/hooks';

const SAID_FOR = 2500;

/** A value that people retype, with a button that copies it and says so. */
export function Copy({ name, value }: { name: string; value: string }) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setSaid('Skopiowano'),
      () => setSaid('Zaznacz i skopiuj'),
    );
  return (
    <div class="copy">
      <span class="copy-name">{name}</span>
      <code class="copy-value">{value}</code>
      <button type="button" class="button button-quiet" aria-label={`Kopiuj: ${name}`} onClick={copy}>
        Kopiuj
      </button>
      <span class="copied" role="status">
        {said}
      </span>
    </div>
  );
}
