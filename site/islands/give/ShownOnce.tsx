import { useEffect, useRef, useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { isInTransition } from '../../words/grants.ts';
import { ConnectionData } from '../parts/ConnectionData.tsx';
import { Copy } from '../parts/Copy.tsx';
import { GrantTag } from '../parts/KeyTag.tsx';
import { useLive } from '../parts/use-live.ts';

/** The generated password, once: after this page nobody can show it again. */
export function ShownOnce({ grant: first, password, now }: { grant: GrantView; password: string; now: number }) {
  const [grant, setGrant] = useState(first);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useLive(isInTransition(grant), async () => {
    const result = await call((options) => api.grants[':grantId'].$get({ param: { grantId: first.id } }, options), {
      quiet: true,
    });
    if (result.ok) setGrant(result.value);
  });
  return (
    <div>
      <h2 ref={title} tabIndex={-1}>
        Zapisz hasło – widzisz je tylko raz
      </h2>
      <div class="notice" data-tone="attention">
        <p>
          Nigdzie nie przechowujemy tego hasła. Przekaż je osobie inną drogą niż nazwę użytkownika, na przykład przez telefon.
          Jeśli zginie, odbierz ten dostęp i nadaj nowy.
        </p>
      </div>
      <Copy name="Hasło" value={password} />
      <div aria-live="polite">
        <GrantTag grant={grant} now={now} />
      </div>
      <ConnectionData connection={grant.connection} />
      <p class="acts">
        <a class="button" href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`}>
          Hasło zapisane – przejdź do dostępu
        </a>
      </p>
    </div>
  );
}
