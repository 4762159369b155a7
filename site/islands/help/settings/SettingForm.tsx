import { useEffect, useRef, useState } from 'preact/hooks';
import { SETTING } from '../../../../content/settings/index.ts';
import type { SettingForm as Form } from '../../../../contract/index.ts';
import { untilWords } from '../../../words/dates.ts';
import { Act } from '../../parts/Act.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { startTying } from '../../parts/typography.ts';
import { useNow } from '../../parts/use-now.ts';
import { deadForm, endedForm } from './dead-form.ts';
import { FillForm } from './FillForm.tsx';
import { useSettingForm } from './use-setting-form.ts';

startTying();

const End = ({ title, advice }: { title: string; advice: string }) => (
  <div class="notice" data-tone="attention" role="alert">
    <h2>{title}</h2>
    <p>{advice}</p>
  </div>
);

function Asked({ form, now }: { form: Form; now: number }) {
  const { ask, what } = SETTING[form.setting];
  return (
    <>
      <p class="lead">{ask}</p>
      <p class="notice" data-tone="info">
        <strong>To tylko pytania.</strong> Nie dostajesz dostępu do niczego i nie potrzebujesz hasła. Zmianę zrobi właściciel,
        według Twojej odpowiedzi.
      </p>
      <dl class="tag-facts">
        <div>
          <dt>Kto pyta</dt>
          <dd>
            {form.giver.person} <small>({form.giver.account})</small>
          </dd>
        </div>
        <div>
          <dt>Usługa</dt>
          <dd>{form.service.name}</dd>
        </div>
        <div>
          <dt>Odpowiedz</dt>
          <dd>{untilWords(form.expiresAt, now)}</dd>
        </div>
      </dl>
      {form.note ? <blockquote class="message verbatim">{form.note}</blockquote> : null}
      <details>
        <summary>Co to za ustawienie</summary>
        <p>{what}</p>
      </details>
    </>
  );
}

function Thanks({ form, onAgain }: { form: Form; onAgain: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="notice" data-tone="ok">
      <h2 ref={title} tabIndex={-1}>
        Dziękujemy, odpowiedź jest wysłana
      </h2>
      <p>{form.giver.person} widzi ją teraz jako kroki do zrobienia. Możesz zamknąć tę stronę.</p>
      <p>Dopóki zmiana nie jest zrobiona, możesz odpowiedź poprawić – także później, z tego samego linku.</p>
      <p class="acts">
        <Act tone="quiet" onAct={onAgain}>
          Popraw odpowiedź
        </Act>
      </p>
    </div>
  );
}

/** The IT person's page: what is asked and by whom, the form, and thanks. Its link opens nothing else (R11). */
export default function SettingForm() {
  const { token, form, setForm, failed, setFailed, look } = useSettingForm();
  const [sent, setSent] = useState(false);
  const now = useNow();
  if (failed) {
    const dead = deadForm(failed.code);
    return dead ? <End {...dead} /> : <Refusal failed={failed} onRetry={look} />;
  }
  if (!form || !token) return <Skeleton lines={1} />;
  const ended = endedForm(form, now);
  if (ended) return <End {...ended} />;
  if (sent) return <Thanks form={form} onAgain={() => setSent(false)} />;
  return (
    <>
      <Asked form={form} now={now} />
      <FillForm
        key={token}
        token={token}
        form={form}
        onDead={setFailed}
        onSent={(next) => {
          setForm(next);
          setSent(true);
        }}
      />
    </>
  );
}
