import { useEffect, useRef, useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { newPassword } from '../../secrets/generate.ts';
import { later } from '../parts/later.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useLoad } from '../parts/use-load.ts';
import { useNow } from '../parts/use-now.ts';
import { useSend } from '../parts/use-send.ts';
import { bodyOf, checkForm, type GiveForm, invites, onService, startingForm } from './form.ts';
import { GiveFormView } from './GiveFormView.tsx';
import { readIntent, readPanelIntent } from './intent.ts';
import { Review } from './Review.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { specOf } from './scope.ts';

const GivePanelUser = later(() => import('./GivePanelUser.tsx').then((module) => module.GivePanelUser));

const NO_SERVICES = (
  <div class="empty">
    <h2>Na tym koncie nie ma jeszcze hostingu</h2>
    <p>
      Pliki, bazy danych i skrzynki są częścią usługi hostingowej, więc najpierw potrzebna jest ona. Jeśli masz ją na innym
      koncie, wybierz to konto u góry strony.
    </p>
  </div>
);

const detailsOf = (id: string) => `/panel/dostep/?id=${encodeURIComponent(id)}`;

type Reasons = Record<string, string>;

/** The confirm page: what a wizard suggested, changed at will, repeated in words, then given. `reasons` holds each wizard end's „why not less”. */
export default function GiveAccess({ reasons }: { reasons: Reasons }) {
  const [panel] = useState(() => readPanelIntent(new URLSearchParams(location.search)));
  return panel ? <GivePanelUser intent={panel} reasons={reasons} /> : <GiveOnServer reasons={reasons} />;
}

/** Access to something on a hosting server. */
function GiveOnServer({ reasons }: { reasons: Reasons }) {
  const now = useNow();
  const [query] = useState(() => new URLSearchParams(location.search));
  const [intent] = useState(() => readIntent(query));
  const { draft, change, forget } = useDraft<GiveForm>(
    `nadaj${location.search}`,
    startingForm(intent, now, query.get('usluga') ?? ''),
  );
  const services = useLoad('services', () => call((options) => api.services.$get({}, options)));
  const { busy, failed, setFailed, send } = useSend();
  const [tried, setTried] = useState(false);
  const [step, setStep] = useState<'form' | 'review'>('form');
  const [shown, setShown] = useState<{ grant: GrantView; password: string } | null>(null);
  // The same one with every try of the same act; another kind of access needs another kind of password.
  const password = useRef<{ kind: GiveForm['kind']; text: string } | null>(null);

  const list = services.value?.services.filter(({ kind }) => kind === 'hosting') ?? null;
  const only = list?.length === 1 ? list[0]?.id : undefined;
  const known = list === null || list.some(({ id }) => id === draft.serviceId);
  useEffect(() => {
    if (only && draft.serviceId !== only) change(onService(only));
    else if (!known && draft.serviceId) change(onService(''));
  }, [only, known]);

  const reason = intent?.flow && intent.outcome ? (reasons[`${intent.flow}/${intent.outcome}`] ?? null) : null;
  const why = intent?.flow && intent.outcome && reason ? { flow: intent.flow, outcome: intent.outcome, sentence: reason } : null;

  const review = () => {
    const ready = checkForm(draft, Date.now()).length === 0;
    setTried(!ready);
    if (ready) setStep('review');
  };
  const alter = (part: Partial<GiveForm>) => {
    setFailed(null);
    change(part);
  };
  const passwordFor = (kind: GiveForm['kind']) => {
    if (password.current?.kind !== kind) password.current = { kind, text: newPassword(kind) };
    return password.current.text;
  };
  const give = async () => {
    const secret = invites(draft) ? null : passwordFor(draft.kind);
    const json = bodyOf(draft, { password: secret, why, now: Date.now() });
    const act = actOf('nadaj', json, secret ? null : sessionStorage);
    const result = await send(() => call((options) => api.grants.$post({ json }, options), { act }));
    if (!result.ok) return result.fields.length > 0 ? setStep('form') : undefined;
    forget();
    if (secret) setShown({ grant: result.value, password: secret });
    else location.assign(detailsOf(result.value.id));
  };

  if (shown) return <ShownOnce {...shown} now={now} />;
  if (services.failed) return <Refusal failed={services.failed} onRetry={services.reload} />;
  if (!list) return <Skeleton />;
  if (list.length === 0) return NO_SERVICES;
  const service = list.find(({ id }) => id === draft.serviceId)?.name ?? '';
  if (step === 'review')
    return (
      <Review
        who={{ name: draft.name, email: invites(draft) ? draft.email : null }}
        service={service}
        spec={specOf(draft)}
        end={draft}
        byInvitation={invites(draft)}
        reason={reason}
        busy={busy}
        failed={failed}
        now={now}
        onBack={() => setStep('form')}
        onGive={give}
      />
    );
  return (
    <>
      {intent ? null : (
        <p>
          Nie wiesz, co wybrać? <a href="/kreator/informatyk/">Dobierz dostęp w kilku pytaniach</a>.
        </p>
      )}
      <Refusal failed={failed} />
      <GiveFormView
        form={draft}
        kindGiven={intent !== null}
        services={list}
        problems={[...(tried ? checkForm(draft, now) : []), ...(failed?.fields ?? [])]}
        now={now}
        onChange={alter}
        onReview={review}
      />
    </>
  );
}
