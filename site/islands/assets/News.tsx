import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What was just done. It takes the focus, because the button that did it is often gone by then. */
export function useNews() {
  const [news, setNews] = useState<{ said: ComponentChildren } | null>(null);
  return { news, tell: (said: ComponentChildren) => setNews({ said }) };
}

export function News({ news }: { news: { said: ComponentChildren } | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (news) place.current?.focus();
  }, [news]);
  return news ? (
    <div ref={place} class="notice" data-tone="ok" tabIndex={-1}>
      {news.said}
    </div>
  ) : null;
}
