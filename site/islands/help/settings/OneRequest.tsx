import { SETTING } from '../../../../content/settings/index.ts';
import type { SettingRequest } from '../../../../contract/index.ts';
import { dayWords, untilWords } from '../../../words/dates.ts';
import { News, useNews } from '../../assets/News.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useCase } from '../cases/use-case.ts';
import { ForMember } from '../ForMember.tsx';
import { readRequest } from './acts.ts';
import { NotForUsers } from './NotForUsers.tsx';
import { RequestActs, type Shown } from './RequestActs.tsx';
import { Steps } from './Steps.tsx';
import { type Places, stateOf, stepsOf } from './words.ts';

function Waiting({ request, now }: { request: SettingRequest; now: number }) {
  if (request.state === 'sent')
    return (
      <p class="notice" data-tone="info">
        Czekamy na odpowiedź. Link działa {untilWords(request.expiresAt, now)}. Gdy odpowiedź przyjdzie, zobaczysz tu kroki, a my
        napiszemy e-mail.
      </p>
    );
  if (request.state === 'expired')
    return (
      <p class="notice" data-tone="attention">
        Nikt nie odpowiedział w terminie i link już nie działa. Wyślij go ponownie albo zapytaj kogoś innego.
      </p>
    );
  return null;
}

function Facts({ request }: { request: SettingRequest }) {
  return (
    <dl class="tag-facts">
      <div>
        <dt>Usługa</dt>
        <dd>{request.service.name}</dd>
      </div>
      <div>
        <dt>Pytanie do</dt>
        <dd>
          {request.helper.name} <small>({request.helper.email})</small>
        </dd>
      </div>
      <div>
        <dt>Wysłane</dt>
        <dd>{dayWords(request.createdAt)}</dd>
      </div>
      {request.answeredAt === null ? null : (
        <div>
          <dt>Odpowiedź</dt>
          <dd>{dayWords(request.answeredAt)}</dd>
        </div>
      )}
    </dl>
  );
}

function Request({ id, places }: { id: string; places: Places }) {
  const now = useNow();
  const { news, tell } = useNews();
  const { view, show, lost, failed, reload } = useCase(id, (quiet) => readRequest(id, quiet));
  if (!view) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  const { word, look } = stateOf(view);
  const { title, ask, risk } = SETTING[view.setting];
  const steps = stepsOf(view, places);
  const open = view.state === 'answered';
  const onChanged: Shown['onChanged'] = (next, said) => {
    show(next);
    tell(said);
  };
  return (
    <>
      <h2 class="case-subject">{title}</h2>
      <News news={news} />
      <p aria-live="polite">
        <span class="state" data-state={look}>
          {word}
        </span>
      </p>
      <Facts request={view} />
      <p>Pytanie: „{ask}”</p>
      {view.note ? <blockquote class="message verbatim">{view.note}</blockquote> : null}
      <p class="hint" role="status">
        {lost ? 'Nie udało się odświeżyć stanu. Próbujemy dalej – poniżej jest to, co wiemy.' : ''}
      </p>
      <Waiting request={view} now={now} />
      {steps.length > 0 ? (
        <>
          {open ? (
            <p class="notice" data-tone="attention">
              <strong>Zanim zaczniesz.</strong> {risk}
            </p>
          ) : null}
          {view.comment ? (
            <section>
              <h3>Komentarz od informatyka</h3>
              <blockquote class="message verbatim">{view.comment}</blockquote>
            </section>
          ) : null}
          <Steps request={view} steps={steps} open={open} onTicked={show} />
        </>
      ) : null}
      <RequestActs request={view} onChanged={onChanged} />
      <p class="no-print">
        <a href={`/ustawienia/${view.setting}/`}>Co to za ustawienie i gdzie się je zmienia</a>
      </p>
    </>
  );
}

/** One question about a setting: its answer as steps to tick off, and how it ends. */
export default function OneRequest({ places }: { places: Places }) {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  return (
    <>
      <p class="no-print">
        <a href="/panel/ustawienia/">← Wszystkie pytania</a>
      </p>
      <ForMember why="Potem zobaczysz tu odpowiedź informatyka.">
        {({ account }) => (account.role === 'user' ? <NotForUsers /> : <Request key={id} id={id} places={places} />)}
      </ForMember>
    </>
  );
}
