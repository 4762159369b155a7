import { useRef, useState } from 'preact/hooks';
import type { GrantView, NewGrant } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { Review } from '../give/Review.tsx';
import { Act } from '../parts/Act.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useLoad } from '../parts/use-load.ts';
import { useNow } from '../parts/use-now.ts';
import { useSend } from '../parts/use-send.ts';
import { bodyOfUser, checkUserForm, startingUserForm, type UserForm } from './form.ts';
import { UserFields } from './UserFields.tsx';

interface InviteUserProps {
  /** Whose draft it is; another beginning is another draft. */
  draftName: string;
  start?: UserForm;
  /** Why not less, where a wizard has said it. */
  why: NewGrant['why'];
  onInvited: (grant: GrantView) => void;
}

const hasAny = async () => {
  const result = await call((options) => api.licences.$get({}, options), { quiet: true });
  return result.ok ? { ok: true as const, value: result.value.licences.length > 0 } : result;
};

/** A new panel user: what was typed stays through refusals and reloads, and everything is said again before it is sent. */
export function InviteUser({ draftName, start = startingUserForm(), why, onInvited }: InviteUserProps) {
  const now = useNow();
  const { draft, change, forget } = useDraft<UserForm>(draftName, start);
  const licences = useLoad('licences', hasAny);
  const [tried, setTried] = useState(false);
  const [step, setStep] = useState<'form' | 'review'>('form');
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const ready = checkUserForm(draft, Date.now()).length === 0;
    setTried(!ready);
    if (ready) setStep('review');
    else focusFirstError(form.current);
  };
  const alter = (part: Partial<UserForm>) => {
    setFailed(null);
    change(part);
  };
  const invite = async () => {
    const json = bodyOfUser(draft, why, Date.now());
    if (!json) return;
    const act = actOf('uzytkownik', json, sessionStorage);
    const result = await send(() => call((options) => api.grants.$post({ json }, options), { act }));
    if (!result.ok) return result.fields.length > 0 ? setStep('form') : undefined;
    forget();
    onInvited(result.value);
  };

  if (step === 'review' && draft.role !== 'one')
    return (
      <Review
        who={{ name: draft.name, email: draft.email }}
        service="Panel klienta"
        spec={{ kind: 'panel-user', role: draft.role }}
        end={draft}
        byInvitation
        reason={why?.sentence ?? null}
        lastWord="Wyślij zaproszenie"
        busy={busy}
        failed={failed}
        now={now}
        onBack={() => setStep('form')}
        onGive={invite}
      />
    );
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Refusal failed={failed} />
      <UserFields
        form={draft}
        problems={[...(tried ? checkUserForm(draft, now) : []), ...(failed?.fields ?? [])]}
        hasLicences={licences.value}
        now={now}
        onChange={alter}
      />
      {draft.role === 'one' ? null : (
        <p class="acts">
          <Act type="submit">Sprawdź przed wysłaniem</Act>
        </p>
      )}
    </form>
  );
}
