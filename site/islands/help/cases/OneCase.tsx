import { useEffect } from 'preact/hooks';
import type { KnownFlows } from '../../../../content/wizard-engine/help.ts';
import type { CaseView } from '../../../../contract/index.ts';
import { News, useNews } from '../../assets/News.tsx';
import { ConfirmAct } from '../../parts/ConfirmAct.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { AnswerForm } from '../AnswerForm.tsx';
import { attachmentAddress, closeCase, readCase, writeInCase } from '../acts.ts';
import { ContextFacts } from '../ContextBox.tsx';
import { Conversation } from '../Conversation.tsx';
import { ForMember } from '../ForMember.tsx';
import { CASE_LOOK, caseStateWords, ORDER_WORDS } from '../words.ts';
import { useCase } from './use-case.ts';

const CLOSE = {
  first: 'Zamknij sprawę',
  title: 'Zamknąć tę sprawę?',
  what: 'Zamknij ją, gdy jest załatwiona. Rozmowa zostanie, a kolejna Twoja wiadomość otworzy ją na nowo.',
  last: 'Zamknij sprawę',
};

function Facts({ view, flows }: { view: CaseView; flows: KnownFlows }) {
  return (
    <>
      <p class="case-marks" aria-live="polite">
        <span class="state" data-state={CASE_LOOK[view.state]}>
          {caseStateWords(view.state, 'customer')}
        </span>
      </p>
      <dl class="tag-facts">
        <div>
          <dt>Numer sprawy</dt>
          <dd>{view.number}</dd>
        </div>
        {view.order ? (
          <div>
            <dt>Zlecenie</dt>
            <dd>{ORDER_WORDS[view.order.subject].label}</dd>
          </div>
        ) : null}
        {view.service ? (
          <div>
            <dt>Usługa</dt>
            <dd>{view.service.name}</dd>
          </div>
        ) : null}
        {view.order ? (
          <div>
            <dt>Odpowiedź e-mailem na adres</dt>
            <dd>{view.order.replyEmail}</dd>
          </div>
        ) : null}
      </dl>
      {view.context ? (
        <details>
          <summary>Co zostało dołączone do wiadomości</summary>
          <ContextFacts context={view.context} flows={flows} />
        </details>
      ) : null}
    </>
  );
}

/** Said once, on arrival from the form; a reload does not say it again. */
function useArrival(tell: (said: string) => void, view: CaseView | null) {
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    if (!view || !query.has('wyslano')) return;
    query.delete('wyslano');
    history.replaceState(null, '', `${location.pathname}?${query}`);
    tell(`Wysłane. Numer sprawy: ${view.number}. Odpowiedź przyjdzie tutaj i e-mailem.`);
  }, [view === null]);
}

function Case({ id, flows }: { id: string; flows: KnownFlows }) {
  const { view, show, lost, failed, reload } = useCase(id, (quiet) => readCase(id, quiet));
  const { news, tell } = useNews();
  useArrival(tell, view);
  if (!view) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  const over = view.state === 'closed';
  return (
    <>
      <h2 class="case-subject">{view.subject}</h2>
      <News news={news} />
      <Facts view={view} flows={flows} />
      <p class="hint" role="status">
        {lost ? 'Nie udało się odświeżyć rozmowy. Próbujemy dalej – poniżej jest to, co wiemy.' : ''}
      </p>
      <Conversation messages={view.messages} side="customer" addressOf={(file) => attachmentAddress(view.id, file)} />
      <div class="no-print">
        <AnswerForm
          draftName={`sprawa:${view.id}`}
          label={over ? 'Napisz, żeby otworzyć sprawę na nowo' : 'Twoja wiadomość'}
          hint="Bez haseł: BOK ich nie potrzebuje."
          acts={[{ word: 'Wyślij wiadomość', send: (said) => writeInCase(view.id, said) }]}
          onSent={(next) => {
            show(next);
            tell('Wysłane. Odpowiedź przyjdzie tutaj i e-mailem.');
          }}
        />
        {over ? null : (
          <ConfirmAct
            words={CLOSE}
            leave="Zostaw otwartą"
            act={() => closeCase(view.id)}
            onDone={(next) => {
              show(next);
              tell('Sprawa jest zamknięta. Znajdziesz ją na liście zamkniętych.');
            }}
          />
        )}
      </div>
    </>
  );
}

/** One conversation of the account's with the provider's staff. */
export default function OneCase({ flows }: { flows: KnownFlows }) {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  return (
    <>
      <p class="no-print">
        <a href="/panel/pomoc/">← Wszystkie sprawy</a>
      </p>
      <ForMember why="Potem zobaczysz tu tę rozmowę.">{() => <Case key={id} id={id} flows={flows} />}</ForMember>
    </>
  );
}
