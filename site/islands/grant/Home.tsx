import type { GrantView } from '../../../contract/index.ts';

/** Where a grant of this kind is looked after together with others like it. */
function homeOf({ spec, service }: GrantView): { href: string; word: string } | null {
  switch (spec.kind) {
    case 'panel-user':
      return { href: '/panel/uzytkownicy/', word: 'Wszyscy użytkownicy Panelu' };
    case 'seat':
      return {
        href: `/panel/licencje/?${new URLSearchParams({ usluga: service.id })}`,
        word: `Wszystkie licencje: ${service.name}`,
      };
    case 'delegation':
      return { href: '/panel/domeny/', word: 'Wszystkie domeny' };
    default:
      return null;
  }
}

/** The way from one grant to the page of all like it. */
export function Home({ grant }: { grant: GrantView }) {
  const home = homeOf(grant);
  return home ? (
    <p>
      <a href={home.href}>{home.word}</a>
    </p>
  ) : null;
}
