import { useEffect, useRef, useState } from 'preact/hooks';

/** So long after the last letter the list is asked. */
const PAUSE = 300;

/** Whom or what somebody looks for; the list follows while they type, and the field keeps the focus. */
export function Search({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  const latest = useRef(onSearch);
  latest.current = onSearch;
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => latest.current(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <search class="field">
      <label for="szukaj">Szukaj</label>
      <p class="hint" id="szukaj-hint">
        Początek imienia, nazwiska, adresu e-mail, nazwy usługi, katalogu, bazy albo skrzynki.
      </p>
      <input
        id="szukaj"
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        aria-describedby="szukaj-hint"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') latest.current(text);
        }}
      />
    </search>
  );
}
