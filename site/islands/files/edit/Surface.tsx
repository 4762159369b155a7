import { useEffect, useRef } from 'preact/hooks';
import { later } from '../../parts/later.tsx';
import type { Surface as Mounted, SurfaceOptions } from './code-mirror.ts';

export interface SurfaceProps extends Omit<SurfaceOptions, 'text'> {
  /** What it begins with; another `key` begins anew. */
  text: string;
  /** Where the page takes the text from. */
  at: { current: Mounted | null };
  plain: boolean;
}

/** The text itself, in colours; their code comes with the first file that is shown so. */
const Coloured = later(async () => {
  const { mountCodeMirror } = await import('./code-mirror.ts');
  return function Coloured({ at, plain: _plain, ...options }: SurfaceProps) {
    const place = useRef<HTMLDivElement>(null);
    const latest = useRef(options);
    latest.current = options;
    useEffect(() => {
      if (!place.current) return;
      const mounted = mountCodeMirror(place.current, {
        ...options,
        onChange: () => latest.current.onChange(),
        onSave: () => latest.current.onSave(),
      });
      at.current = mounted;
      mounted.focus();
      return () => mounted.remove();
    }, []);
    return <div ref={place} class="editor-surface" />;
  };
});

/** The same in the browser's own field: for screen readers, small phones, and whoever likes it better. */
function Plain({ at, text, label, onChange }: SurfaceProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    at.current = { text: () => area.value, focus: () => area.focus(), remove: () => undefined };
    area.value = text;
    area.setSelectionRange(0, 0);
    area.focus();
  }, []);
  return (
    <textarea
      ref={field}
      class="editor-surface editor-plain"
      aria-label={label}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      onInput={onChange}
    />
  );
}

export const Surface = (props: SurfaceProps) => (props.plain ? <Plain {...props} /> : <Coloured {...props} />);
