import { useRef, useState } from 'preact/hooks';
import type { CessionView } from '../../../contract/index.ts';
import { failure, problemWith } from '../../api/result.ts';
import { knownSession, refreshSession, signIn } from '../../api/session.ts';
import { judgePassword, type Strength } from '../../secrets/strength.ts';
import { passwordFault } from '../assets/password.ts';
import { saidAloud } from '../assets/said-aloud.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSend } from '../parts/use-send.ts';
import { PasswordForm } from '../session/PasswordForm.tsx';
import { acceptCession } from './acts.ts';
import { SubscriberFields } from './SubscriberFields.tsx';
import { EMPTY_SUBSCRIBER, fieldsOf, subscriberOf, subscriberProblems } from './subscriber-form.ts';
import type { CessionOffer } from './use-take-over.ts';

const PASSWORD = 'password';

interface AcceptCessionProps {
  token: string;
  offer: CessionOffer;
  onAccepted: (view: CessionView) => void;
  onLook: () => Promise<void>;
}

/** Whoever can sign in already does so first, so that the data is given by the person of the address. */
function SignInFirst({ kind, onSignedIn }: { kind: CessionOffer['kind']; onSignedIn: () => void }) {
  const enter = async (email: string, password: string) => {
    const result = await signIn(email, password);
    if (result.ok) onSignedIn();
    return result;
  };
  return (
    <>
      <h2>Zaloguj się</h2>
      <p>
        {kind === 'domain'
          ? 'Domenę przejmuje konto klienta. Zaloguj się jako jego właściciel, adresem, na który przyszedł ten link.'
          : 'Masz już u nas logowanie. Wpisz adres, na który przyszedł ten link, i jego hasło – nowego nie potrzebujesz.'}
      </p>
      <PasswordForm email="" actWord="Zaloguj się" onSend={enter} />
    </>
  );
}

/** A domain has to have an account to go to. */
const NoClient = () => (
  <div class="notice" data-tone="attention">
    <h2>Do przejęcia domeny potrzebne jest konto klienta</h2>
    <p>
      Na adres, na który przyszedł ten link, nie ma u nas logowania. Załóż konto klienta na ten adres albo poproś drugą stronę,
      żeby zaczęła cesję z adresem, którego używasz do logowania.
    </p>
  </div>
);

/** The new subscriber's data, with the sign-in of the one who gives it. What is typed outlives a reload; a password does not. */
export function AcceptCession({ token, offer, onAccepted, onLook }: AcceptCessionProps) {
  const { draft, change, forget } = useDraft(`cesja:${offer.id}`, EMPTY_SUBSCRIBER);
  const [session, setSession] = useState(knownSession);
  const [password, setPassword] = useState('');
  const [strength, setStrength] = useState<Strength | null>(null);
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const inputs = [offer.taker.name, offer.giver, offer.account];
  const needsSignIn = offer.taker.hasSignIn || offer.kind === 'domain';
  const other = failed?.code === 'sign-in-as-invited';
  if (offer.kind === 'domain' && !offer.taker.hasSignIn) return <NoClient />;
  if (needsSignIn && (!session || other))
    return (
      <>
        <Refusal failed={other ? failed : null} />
        <SignInFirst
          kind={offer.kind}
          onSignedIn={() => {
            setFailed(null);
            setSession(knownSession());
          }}
        />
      </>
    );
  const touch = (act: () => void) => {
    setFailed(null);
    act();
  };
  const accept = async () => {
    const body = { token, subscriber: subscriberOf(draft), password: needsSignIn ? null : password };
    const result = await send(() => acceptCession(body));
    if (!result.ok) return result.code === 'invitation-used' || result.code === 'invitation-void' ? onLook() : undefined;
    forget();
    await refreshSession();
    onAccepted(result.value);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = subscriberProblems(draft);
    const weak = needsSignIn ? null : passwordFault(password, password ? await judgePassword(password, inputs) : strength);
    if (weak) wrong.push({ field: PASSWORD, code: 'password-too-weak', message: weak });
    if (wrong.length > 0) setFailed(failure('invalid-input', '', wrong));
    else await accept();
    focusFirstError(form.current);
  };
  const spoken = [...fieldsOf(draft).map((field) => `subscriber.${field}`), PASSWORD];
  return (
    <form ref={form} class="asset-new" onSubmit={submit} noValidate>
      <h2>Dane nowego abonenta</h2>
      <SubscriberFields
        draft={draft}
        problem={(field) => problemWith(failed, field)}
        onChange={(part) => touch(() => change(part))}
      />
      {needsSignIn ? (
        <p>Podpisujesz jako: {session?.user.email}.</p>
      ) : (
        <PasswordField
          id={PASSWORD}
          label="Twoje hasło do Panelu"
          hint="Co najmniej 12 znaków. Dobre jest zdanie, którego nikt nie zgadnie."
          value={password}
          inputs={inputs}
          error={problemWith(failed, PASSWORD)}
          onValue={(value) => touch(() => setPassword(value))}
          onStrength={setStrength}
        />
      )}
      <Refusal failed={saidAloud(failed, spoken)} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          Podaj dane i przejdź dalej
        </Act>
      </p>
      <p class="hint">To jeszcze nie jest zgoda na cesję. Potwierdzisz ją osobno, po podsumowaniu.</p>
    </form>
  );
}
