import { useState } from 'preact/hooks';
import type { StaffCaseView } from '../../../../contract/index.ts';
import type { Failure } from '../../../api/result.ts';
import { Act } from '../../parts/Act.tsx';
import { ConfirmAct } from '../../parts/ConfirmAct.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { keptDraft } from '../../parts/use-draft.ts';
import { useSend } from '../../parts/use-send.ts';
import { AnswerForm } from '../AnswerForm.tsx';
import { answerCase, closeAsStaff, takeCase } from './acts.ts';
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

/** What this person may do with the case now. */
export function StaffActs({ view, isMine, onDone, onRefused }: ActsProps) {
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
