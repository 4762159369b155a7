import { useRef } from 'preact/hooks';
import type { CessionView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { failure, problemWith } from '../../api/result.ts';
import { saidAloud } from '../assets/said-aloud.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { focusFirstError, TextField } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useLoad } from '../parts/use-load.ts';
import { useSend } from '../parts/use-send.ts';
import { useSession } from '../parts/use-session.ts';
import { startCession } from './acts.ts';
import { EMPTY_START, kindOf, startProblems } from './start-form.ts';
import { GoesOver } from './WhatItIs.tsx';

const KINDS = [
  { value: 'account', label: 'Całe konto', hint: 'Ze wszystkimi usługami, plikami i pocztą. Na przykład przy sprzedaży firmy.' },
  { value: 'domain', label: 'Jedną domenę', hint: 'Reszta konta pozostaje Twoja. Przejmuje ją inny klient, na swoje konto.' },
] as const;
const SPOKEN = ['serviceId', 'taker.name', 'taker.email', 'typed'];

interface StartCessionProps {
  blocked: boolean;
  onStarted: (view: CessionView) => void;
}

/** The beginning: what, to whom, and its number or name typed once more. Nothing changes hands yet. */
export function StartCession({ blocked, onStarted }: StartCessionProps) {
  const { draft, change, forget } = useDraft('cesja', EMPTY_START);
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const domains = useLoad('domains', () => call((options) => api.domains.$get({}, options), { quiet: true }));
  const own = (domains.value?.domains ?? []).filter((domain) => domain.as === 'owner');
  const kind = kindOf(draft);
  const domain = own.find(({ serviceId }) => serviceId === draft.serviceId);
  const number = useSession()?.account?.clientNumber;
  const name = kind === 'domain' ? domain?.domain : number;
  const set = (part: Partial<typeof draft>) => {
    setFailed(null);
    change(part);
  };
  const start = async (which: NonNullable<typeof kind>) => {
    const taker = { name: draft.name.trim(), email: draft.email.trim() };
    const serviceId = which === 'domain' ? draft.serviceId : null;
    const result = await send(() => startCession({ kind: which, serviceId, taker, typed: draft.typed }));
    if (!result.ok) return;
    forget();
    onStarted(result.value);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = startProblems(draft);
    if (wrong.length > 0) setFailed(failure('invalid-input', '', wrong));
    else if (kind) await start(kind);
    focusFirstError(form.current);
  };
  if (blocked)
    return (
      <section>
        <h2>Zacznij cesję</h2>
        <p>Teraz się nie da, bo cesja jest zablokowana. Blokadę zdejmiesz poniżej.</p>
      </section>
    );
  return (
    <section class="asset-new">
      <h2>Zacznij cesję</h2>
      <form ref={form} onSubmit={submit} noValidate>
        <Choices
          id="kind"
          legend="Co przekazujesz na zawsze?"
          options={KINDS}
          value={kind}
          onValue={(value) => set({ kind: value, typed: '' })}
        />
        {kind === 'domain' ? (
          <Choices
            id="serviceId"
            legend="Która to domena?"
            options={own.map(({ serviceId, domain }) => ({ value: serviceId, label: domain }))}
            value={domain?.serviceId ?? null}
            onValue={(serviceId) => set({ serviceId, typed: '' })}
            error={problemWith(failed, 'serviceId')}
          >
            <Refusal failed={domains.failed} onRetry={domains.reload} />
            {domains.value && own.length === 0 ? <p>Na tym koncie nie ma własnej domeny.</p> : null}
          </Choices>
        ) : null}
        {kind && name ? (
          <>
            <GoesOver kind={kind} />
            <TextField
              id="taker.name"
              label="Kto przejmuje"
              hint="Imię i nazwisko osoby, która podpisze się po drugiej stronie."
              value={draft.name}
              onValue={(value) => set({ name: value })}
              maxLength={80}
              error={problemWith(failed, 'taker.name')}
            />
            <TextField
              id="taker.email"
              label="Adres e-mail tej osoby"
              hint="Na ten adres wyślemy link. Sprawdź każdą literę."
              type="email"
              autocomplete="off"
              value={draft.email}
              onValue={(value) => set({ email: value })}
              maxLength={254}
              error={problemWith(failed, 'taker.email')}
            />
            <TextField
              id="typed"
              label={kind === 'domain' ? `Przepisz nazwę domeny: ${name}` : `Przepisz swój numer klienta: ${name}`}
              hint="Tak sprawdzamy, że to nie pomyłka."
              autocomplete="off"
              spellcheck={false}
              maxLength={300}
              value={draft.typed}
              onValue={(value) => set({ typed: value })}
              error={problemWith(failed, 'typed')}
            />
            <p>
              Na razie nic się nie zmieni. Druga strona ma 14&nbsp;dni, a cesja dojdzie do skutku dopiero, gdy obie strony
              potwierdzą podsumowanie. Do tego czasu odwołasz ją jednym przyciskiem.
            </p>
            <Refusal failed={saidAloud(failed, SPOKEN)} />
            <p class="acts">
              <Act type="submit" busy={busy}>
                Rozpocznij cesję
              </Act>
            </p>
          </>
        ) : null}
      </form>
    </section>
  );
}
