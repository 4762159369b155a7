import { useState } from 'preact/hooks';
import type { KnownFlows } from '../../../../content/wizard-engine/help.ts';
import type { StaffCaseView } from '../../../../contract/index.ts';
import type { Failure } from '../../../api/result.ts';
import { News, useNews } from '../../assets/News.tsx';
import { Act } from '../../parts/Act.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { useSession } from '../../parts/use-session.ts';
import { Conversation } from '../Conversation.tsx';
import { useCase } from '../cases/use-case.ts';
import { CASE_LOOK, caseStateWords } from '../words.ts';
import { readStaffCase, staffAttachmentAddress } from './acts.ts';
import { StaffActs } from './StaffActs.tsx';
import { StaffFacts } from './StaffFacts.tsx';

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
          <p class="case-marks" aria-live="polite">
            <span class="state" data-state={CASE_LOOK[view.state]}>
              {caseStateWords(view.state, 'staff')}
            </span>
            <span>
              {view.customer.name} ({view.customer.clientNumber})
            </span>
          </p>
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
              <StaffFacts view={view} flows={flows} />
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
