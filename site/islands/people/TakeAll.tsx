import { useState } from 'preact/hooks';
import type { GrantView, OwnSignIn } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { takeBack } from '../grant/acts.ts';
import { Act } from '../parts/Act.tsx';
import { AreaName } from '../parts/AreaName.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { useSession } from '../parts/use-session.ts';
import { OtherDomains, useOtherDomains } from './OtherDomains.tsx';
import { byService, endingWords, isOwnSignIn, isTakeable, LEFT_WORDS } from './people-words.ts';
import { progressPage } from './use-offboarding.ts';
import type { Holdings } from './use-person.ts';

interface TakeAllProps {
  held: Holdings;
  onClose: () => void;
}

/** Takes back the domains that are the same person's, then all the rest; a repeat ends nothing twice. */
async function start(personId: string, domains: readonly GrantView[]) {
  for (const domain of domains) {
    const taken = await takeBack(domain);
    if (!taken.ok) return taken;
  }
  const act = actOf(`odbierz-wszystko:${personId}`, null, sessionStorage);
  return call((options) => api.people[':personId'].offboarding.$post({ param: { personId } }, options), { act });
}

/** What each of them opens, and what happens to whoever is connected with it. */
const Ending = ({ grants }: { grants: readonly GrantView[] }) => (
  <>
    {byService(grants).map(({ key, title, grants: here }) => (
      <section key={key}>
        <h3>{title}</h3>
        <ul class="dense">
          {here.map((grant) => (
            <li key={grant.id}>
              <strong>
                <AreaName spec={grant.spec} />
              </strong>
              <small>{endingWords(grant)}</small>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);

const Staying = ({ left }: { left: OwnSignIn['leftOut'] }) => (
  <section>
    <h3>Co się nie skończy</h3>
    <ul class="cannot">
      {left ? <li>Wstęp do Panelu. {LEFT_WORDS[left]}</li> : null}
      <li>Dostępy innych osób, także do tych samych miejsc.</li>
      <li>Hasła, które ta osoba poznała. Zaraz potem pokażemy, które zmienić.</li>
      <li>Pliki, dane i wiadomości zostają tam, gdzie są. Kopii, które ta osoba już pobrała, nie da się cofnąć.</li>
    </ul>
  </section>
);

/** The second, deliberate touch: exactly what ends, and what does not. */
export function TakeAll({ held: { person, grants, truncated, signIn }, onClose }: TakeAllProps) {
  const { busy, failed, send } = useSend();
  const email = useSession()?.user.email;
  const ending = grants.filter((grant) => isTakeable(grant) && !isOwnSignIn(grant, email));
  const own = grants.some((grant) => isOwnSignIn(grant, email));
  const endsSignIn = signIn !== null && signIn.leftOut === null;
  const something = ending.length > 0 || endsSignIn;
  const domains = useOtherDomains(person.id);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const pick = (id: string, on: boolean) =>
    setPicked((old) => new Set([...[...old].filter((one) => one !== id), ...(on ? [id] : [])]));
  const perform = async () => {
    const also = domains.filter(({ id }) => picked.has(id));
    const result = await send(() => start(person.id, also));
    if (result.ok) location.assign(progressPage(result.value.id, [...picked]));
  };
  return (
    <Dialog title="Odebrać wszystko?" onClose={onClose}>
      <p>
        Osoba: <strong>{person.name}</strong>
        {person.email ? ` (${person.email})` : ''}.
      </p>
      {something ? (
        <>
          <p>Od razu skończy się:</p>
          {endsSignIn ? (
            <p>
              <strong>Wstęp do Panelu ({ROLE_WORDS[signIn.role]}).</strong> Zamknie się też w otwartych oknach.
            </p>
          ) : null}
          <Ending grants={ending} />
          {truncated ? <p>Lista pokazuje pierwszych 200. Odbierzemy wszystkie, także te, których tu nie widać.</p> : null}
        </>
      ) : (
        <p>Ta osoba nie ma teraz niczego, co można odebrać.</p>
      )}
      {something ? <OtherDomains domains={domains} picked={picked} onPick={pick} /> : null}
      <Staying left={own ? 'own-sign-in' : (signIn?.leftOut ?? null)} />
      <Refusal failed={failed} onRetry={perform} />
      <p class="acts">
        {something ? (
          <Act tone="danger" busy={busy} onAct={perform}>
            Odbierz wszystko teraz
          </Act>
        ) : null}
        <Act tone="quiet" onAct={onClose}>
          Zostaw dostępy
        </Act>
      </p>
    </Dialog>
  );
}
