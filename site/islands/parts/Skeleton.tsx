/** Where content will be; the stylesheet keeps it unseen for its first 300 ms, so quick answers do not flicker. */
export const Skeleton = ({ lines = 3 }: { lines?: number }) => (
  <>
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
    <p class="visually-hidden" role="status">
      Wczytujemy dane…
    </p>
  </>
);
