import { useState } from 'preact/hooks';
import type { KnownFlows } from '../../../../content/wizard-engine/help.ts';
import type { StaffCaseView } from '../../../../contract/index.ts';
import type { Failure } from '../../../api/result.ts';
import { momentWords } from '../../../words/dates.ts';
import { News, useNews } from '../../assets/News.tsx';
import { Act } from '../../parts/Act.tsx';
import { ConfirmAct } from '../../parts/ConfirmAct.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { keptDraft } from '../../parts/use-draft.ts';
import { useSend } from '../../parts/use-send.ts';
import { useSession } from '../../parts/use-session.ts';
import { AnswerForm } from '../AnswerForm.tsx';
import { ContextFacts } from '../ContextBox.tsx';
import { Conversation } from '../Conversation.tsx';
import { useCase } from '../cases/use-case.ts';
import { CASE_LOOK, caseStateWords, kindWords, ORDER_WORDS } from '../words.ts';
import { answerCase, closeAsStaff, readStaffCase, staffAttachmentAddress, takeCase } from './acts.ts';
import { HandOn } from './HandOn.tsx';

const CLOSE = {
  first: 'Zamknij bez odpowiedzi',
  title: 'Zamknąć bez odpowiedzi?',
  what: 'Klient nie dostanie żadnej wiadomości. Gdy coś dopisze, sprawa otworzy się na nowo.',
  last: 'Zamknij sprawę',
};

interface ActsProps {
  view: StaffCaseView;
  isMine: boolean;
  onDone: (view: StaffCaseView, said: string) => void;
  onRefused: (failed: Failure) => void;
}

function Facts({ view, flows }: { view: StaffCaseView; flows: KnownFlows }) {
  const facts = [
    ['Klient', `${view.customer.name} (${view.customer.clientNumber})`],
    ['Otwiera', view.openedBy],
    ['Rodzaj', kindWords(view.kind)],
    ['Usługa', view.service?.name ?? '–'],
    ['Prowadzi', view.takenBy?.name ?? 'nikt'],
    ['Od', momentWords(view.createdAt)],
    ...(view.order ? [['Zlecenie', ORDER_WORDS[view.order.subject].label] as const] : []),
    ...(view.order ? [['Adres do odpowiedzi', view.order.replyEmail] as const] : []),
  ] as const;
  return (
    <>
      <p class="case-marks" aria-live="polite">
        <span class="state" data-state={CASE_LOOK[view.state]}>
          {caseStateWords(view.state, 'staff')}
        </span>
      </p>
      <dl class="tag-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {view.context ? (
        <section>
          <h2>Co klient już wie</h2>
          <ContextFacts context={view.context} flows={flows} />
        </section>
      ) : null}
    </>
  );
}

function Take({ view, onDone, onRefused }: Omit<ActsProps, 'isMine'>) {
  const { busy, failed, send } = useSend();
  const take = async () => {
    const result = await send(() => takeCase(view));
    if (result.ok) onDone(result.value, 'Sprawa jest Twoja.');
    else onRefused(result);
  };
  return (
    <>
      <Refusal failed={failed} onRetry={take} />
      <p class="acts">
        <Act busy={busy} onAct={take}>
          Weź sprawę
        </Act>
      </p>
    </>
  );
}

/** What was being written when the case went to somebody else: no longer to be sent from here, but not lost. */
function Unsent({ name }: { name: string }) {
  const [text] = useState(() => keptDraft(name, { text: '' }).text);
  if (text === '') return null;
  return (
    <section>
      <h2>Twój niewysłany tekst</h2>
      <blockquote class="message verbatim">{text}</blockquote>
    </section>
  );
}

/** Said where staff type: what they answer may have changed while they were typing. */
function SaidMeanwhile({ messages }: { messages: number }) {
  const [seen, setSeen] = useState(messages);
  return (
    <div aria-live="polite">
      {messages > seen ? (
        <div class="notice" data-tone="attention">
          <p>W rozmowie jest coś nowego. Przeczytaj, zanim odpowiesz.</p>
          <p class="acts">
            <Act tone="quiet" onAct={() => setSeen(messages)}>
              Przeczytane
            </Act>
          </p>
        </div>
      ) : null}
    </div>
  );
}

function StaffActs({ view, isMine, onDone, onRefused }: ActsProps) {
  const draftName = `bok:${view.id}`;
  if (view.state === 'closed')
    return (
      <>
        <p>Sprawa jest zamknięta. Otworzy się na nowo, gdy klient coś dopisze.</p>
        <Unsent name={draftName} />
      </>
    );
  if (view.takenBy !== null && !isMine)
    return (
      <>
        <p>Tę sprawę prowadzi: {view.takenBy.name}. Odpowiada ten, kto ją prowadzi.</p>
        <Unsent name={draftName} />
      </>
    );
  return (
    <>
      {view.takenBy === null ? <Take view={view} onDone={onDone} onRefused={onRefused} /> : null}
      <AnswerForm
        draftName={draftName}
        label="Odpowiedź dla klienta"
        hint="Klient zobaczy ją w Panelu i dostanie e-mailem. Ctrl + Enter wysyła."
        acts={[
          { word: 'Odpowiedz', send: (said) => answerCase(view, said, false) },
          { word: 'Odpowiedz i zamknij', send: (said) => answerCase(view, said, true) },
        ]}
        onSent={(next) => onDone(next, next.state === 'closed' ? 'Wysłane, sprawa jest zamknięta.' : 'Wysłane.')}
        onRefused={onRefused}
      />
      <details class="hand-on">
        <summary>Przekaż dalej</summary>
        <HandOn view={view} onDone={(next) => onDone(next, 'Sprawa jest przekazana.')} onRefused={onRefused} />
      </details>
      <ConfirmAct
        words={CLOSE}
        leave="Zostaw otwartą"
        act={() => closeAsStaff(view)}
        onDone={(next) => onDone(next, 'Sprawa jest zamknięta.')}
      />
    </>
  );
}

/** One case as staff see it: the conversation, whose it is, and nothing else of the customer's. */
export default function StaffCase({ flows }: { flows: KnownFlows }) {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  const me = useSession()?.user.id;
  const { view, show, refresh, lost, failed, reload } = useCase(id, (quiet) => readStaffCase(id, quiet));
  const { news, tell } = useNews();
  const onDone = (next: StaffCaseView, said: string) => {
    show(next);
    tell(said);
  };
  const onRefused = ({ code }: Failure) => {
    if (code === 'case-changed' || code === 'case-not-yours' || code === 'case-closed') void refresh();
  };
  return (
    <>
      <p>
        <a href="/bok/sprawy/">← Kolejka</a>
      </p>
      {view ? (
        <>
          <h2 class="case-subject">
            {view.number} {view.subject}
          </h2>
          <News news={news} />
          <div class="staff-case">
            <div>
              <p class="hint" role="status">
                {lost ? 'Nie udało się odświeżyć rozmowy. Próbujemy dalej.' : ''}
              </p>
              <Conversation messages={view.messages} side="staff" addressOf={(file) => staffAttachmentAddress(view.id, file)} />
              <SaidMeanwhile messages={view.messages.filter(({ from }) => from === 'customer').length} />
              <StaffActs view={view} isMine={view.takenBy?.id === me} onDone={onDone} onRefused={onRefused} />
            </div>
            <aside aria-label="O sprawie">
              <Facts view={view} flows={flows} />
            </aside>
          </div>
        </>
      ) : failed ? (
        <Refusal failed={failed} onRetry={reload} />
      ) : (
        <Skeleton />
      )}
    </>
  );
}
