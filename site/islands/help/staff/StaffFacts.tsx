import type { KnownFlows } from '../../../../content/wizard-engine/help.ts';
import type { StaffCaseView } from '../../../../contract/index.ts';
import { momentWords } from '../../../words/dates.ts';
import { ContextFacts } from '../ContextBox.tsx';
import { kindWords, ORDER_WORDS } from '../words.ts';

/** Whose case it is, what was ordered and what the page before it knew. */
export function StaffFacts({ view, flows }: { view: StaffCaseView; flows: KnownFlows }) {
  const facts = [
    ['Od', view.openedBy],
    ['Rodzaj', kindWords(view.kind)],
    ['Usługa', view.service?.name ?? '–'],
    ['Prowadzi', view.takenBy?.name ?? 'nikt'],
    ['Od kiedy', momentWords(view.createdAt)],
    ...(view.order ? [['Zlecenie', ORDER_WORDS[view.order.subject].label] as const] : []),
    ...(view.order ? [['Adres do odpowiedzi', view.order.replyEmail] as const] : []),
  ] as const;
  return (
    <>
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
