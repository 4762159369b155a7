import { keepDraft } from '../parts/use-draft.ts';
import { ALTERNATIVES } from './alternatives.ts';

/** R3 said clearly, and what does the job instead; the person already typed goes along. */
export function OneThing({ person }: { person: { name: string; email: string } }) {
  return (
    <section aria-labelledby="one-thing">
      <div class="notice" data-tone="attention">
        <h2 id="one-thing">Nie, Panelu nie da się ograniczyć do jednej rzeczy</h2>
        <p>
          Kto wchodzi do Panelu jako administrator, widzi całe konto, a użytkownik – tylko swoje licencje. Niczego pomiędzy nie
          ma. Zwykle wystarcza dostęp poza Panelem: mniejszy, z własnym hasłem i datą końca.
        </p>
      </div>
      <h3>Do czego ta osoba potrzebuje dostępu?</h3>
      {ALTERNATIVES.map(({ href, label, hint }) => (
        <a
          key={href}
          class="choice"
          href={href}
          onClick={() => {
            const { pathname, search } = new URL(href, location.origin);
            if (pathname === '/panel/nadaj/') keepDraft(`nadaj${search}`, person);
          }}
        >
          <strong>{label}</strong>
          <small>{hint}</small>
        </a>
      ))}
    </section>
  );
}
