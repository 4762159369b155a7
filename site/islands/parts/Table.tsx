import type { ComponentChildren } from 'preact';

/** A table that scrolls sideways by itself on a narrow screen. */
export const Table = ({ name, children }: { name: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it with the arrow keys.
  <section class="table" tabIndex={0} aria-label={name}>
    <table>{children}</table>
  </section>
);
