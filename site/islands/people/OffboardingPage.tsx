import { useEffect } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { momentWords } from '../../words/dates.ts';
import { AreaName } from '../parts/AreaName.tsx';
import { StateWord } from '../parts/KeyTag.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { byService, isHeldUp, nameDocument, takenWords } from './people-words.ts';
import { Secrets, withSecret } from './Secrets.tsx';
import { SignIns } from './SignIns.tsx';
import { Stale } from './Stale.tsx';
import { Standing } from './Standing.tsx';
import { Unknowable } from './Unknowable.tsx';
import { useOffboarding } from './use-offboarding.ts';

const Row = ({ grant }: { grant: GrantView }) => (
  <li class="row" data-held={isHeldUp(grant) ? '' : undefined}>
    <p class="row-who">
      <a href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`}>
        <AreaName spec={grant.spec} />
      </a>
    </p>
    <StateWord grant={grant} />
    <p class="row-note">{takenWords(grant)}</p>
  </li>
);

const Progress = ({ grants }: { grants: readonly GrantView[] }) => (
  <>
    {byService(grants).map(({ key, title, grants: here }) => (
      <section key={key}>
        <h2>{title}</h2>
        <ul class="rows">
          {here.map((grant) => (
            <Row key={grant.id} grant={grant} />
          ))}
        </ul>
      </section>
    ))}
  </>
);

/** Taking everything back from one person, as far as it has come, with the proof of each. */
export default function OffboardingPage() {
  const { list: view, lost, failed, reload, show } = useOffboarding();
  const name = view?.person.name;
  useEffect(() => {
    if (name) nameDocument(`Odbieranie dostępu: ${name}`);
  }, [name]);
  if (!view)
    return (
      <>
        <h1>Odbieranie dostępu</h1>
        {failed ? (
          <>
            <Refusal failed={failed} onRetry={reload} />
            <p>
              <a href="/panel/">Kto ma dostęp</a>
            </p>
          </>
        ) : (
          <Skeleton />
        )}
      </>
    );
  const { person, startedAt, startedBy } = view;
  return (
    <>
      <h1>Odbieranie dostępu: {person.name}</h1>
      <p>
        {person.email ? `${person.email}. ` : ''}Początek: {momentWords(startedAt)}. Kto odbiera: {startedBy}.
      </p>
      <div aria-live="polite">
        <Standing view={view} />
      </div>
      <Stale lost={lost} fresh={view} />
      <SignIns view={view} />
      <Progress grants={view.grants} />
      <Secrets
        secrets={view.secrets}
        onChanged={(secret) => show((old) => ({ ...old, secrets: withSecret(old.secrets, secret) }))}
      />
      <Unknowable name={view.id} />
      <p class="acts">
        <button type="button" class="button button-quiet" onClick={() => print()}>
          Wydrukuj potwierdzenie
        </button>
        <a class="button button-quiet" href={`/panel/osoba/?id=${encodeURIComponent(person.id)}`}>
          Strona tej osoby
        </a>
      </p>
    </>
  );
}
