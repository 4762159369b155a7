import { useEffect, useRef, useState } from 'preact/hooks';
import { newPassword } from '../../secrets/generate.ts';
import { areaWords } from '../../words/grants.ts';
import { saidAloud } from '../assets/said-aloud.ts';
import { Act } from '../parts/Act.tsx';
import { Agreement } from '../parts/Choice.tsx';
import { Copy } from '../parts/Copy.tsx';
import { download } from '../parts/download.ts';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { type ClaimProps, useClaim } from './use-claim.ts';

const NOT_SAVED = 'Zapisz hasło i zaznacz to tutaj. Później nikt go już nie pokaże.';

/** The password is made first and sent only once it is kept: a lost answer or a closed page never costs it. */
export function ClaimGenerated(props: ClaimProps) {
  const { grant, purpose } = props.invitation;
  const [password, setPassword] = useState<string | null>(null);
  if (password !== null) return <Kept {...props} password={password} />;
  return (
    <>
      <h2>{purpose === 'access' ? 'Przyjmij dostęp i zapisz hasło' : 'Zapisz nowe hasło'}</h2>
      <p>
        Hasło powstanie w tej przeglądarce: losowe i tak długie, że nikt go nie zgadnie. Zobaczysz je tylko raz, więc przygotuj
        menedżer haseł. Osoba, która daje Ci dostęp, go nie pozna.
      </p>
      <p class="acts">
        <Act onAct={() => setPassword(newPassword(grant.spec.kind))}>Utwórz hasło</Act>
      </p>
    </>
  );
}

function Kept({ password, ...props }: ClaimProps & { password: string }) {
  const { grant, purpose } = props.invitation;
  const [saved, setSaved] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, failed, claim } = useClaim(props);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const target = event.currentTarget as HTMLFormElement;
    setTried(true);
    if (saved) await claim({ type: 'password', password });
    focusFirstError(target);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 ref={title} tabIndex={-1}>
        Zapisz hasło – widzisz je tylko raz
      </h2>
      <div class="connection">
        <Copy name="Hasło" value={password} />
      </div>
      <p class="acts">
        <Act
          tone="quiet"
          onAct={() => download('klucznik-haslo.txt', 'text/plain', `${areaWords(grant.spec)}\r\n${password}\r\n`)}
        >
          Zapisz w pliku
        </Act>
      </p>
      <p class="hint">Plik usuń, gdy hasło będzie już w menedżerze haseł. Nikomu go nie wysyłaj.</p>
      <Agreement
        id="saved"
        label="Hasło mam zapisane"
        checked={saved}
        onChecked={setSaved}
        error={tried && !saved ? NOT_SAVED : null}
      />
      <Refusal failed={saidAloud(failed, [])} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          {purpose === 'access' ? 'Przyjmij dostęp z tym hasłem' : 'Zmień hasło na to'}
        </Act>
      </p>
    </form>
  );
}
