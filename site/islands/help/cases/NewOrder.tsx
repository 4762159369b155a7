import { type KnownFlows, readHelpQuery } from '../../../../content/wizard-engine/help.ts';
import type { CaseContext } from '../../../../contract/index.ts';
import { saidAloud } from '../../assets/said-aloud.ts';
import { Act } from '../../parts/Act.tsx';
import { Choices } from '../../parts/Choice.tsx';
import { TextField } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { AttachmentsField } from '../AttachmentsField.tsx';
import { ContextChoice } from '../ContextBox.tsx';
import { ForMember } from '../ForMember.tsx';
import { SecretWarning } from '../SecretWarning.tsx';
import { ORDER_WORDS, type OrderSubject } from '../words.ts';
import { type CaseDraft, orderProblems } from './case-form.ts';
import { ServiceField } from './ServiceField.tsx';
import { useCaseForm } from './use-case-form.ts';

const FIELDS = ['order.subject', 'order.replyEmail', 'text', 'attachments', 'serviceId'];
const SUBJECTS = Object.entries(ORDER_WORDS).map(([value, words]) => ({ value: value as OrderSubject, ...words }));
const subjectOf = (text: string) => SUBJECTS.find(({ value }) => value === text) ?? null;

interface NewOrderProps {
  flows: KnownFlows;
  /** Titles of settings by name, for an order about one of them. */
  settings: Readonly<Record<string, string>>;
  /** Without a price on the page, an order asks for one first. */
  priced: boolean;
}

function OrderForm({ flows, settings, priced, accountId, email }: NewOrderProps & { accountId: string; email: string }) {
  const query = new URLSearchParams(location.search);
  const name = query.get('co') ?? '';
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  const found = readHelpQuery(query, flows);
  const context: CaseContext | null = found && { ...found, answers: [...found.answers] };
  const start: CaseDraft = {
    subject: setting ? 'configure' : '',
    text: setting ? `${setting}: ` : '',
    serviceId: '',
    replyEmail: email,
    withContext: true,
  };
  const bodyOf = (draft: CaseDraft) => {
    const subject = subjectOf(draft.subject);
    return (
      subject && {
        subject: `Zlecenie: ${subject.label}`,
        text: draft.text.trim(),
        serviceId: draft.serviceId || null,
        order: { subject: subject.value, replyEmail: draft.replyEmail.trim() },
        context: draft.withContext ? context : null,
      }
    );
  };
  const draftName = `zlecenie:${accountId}:${setting ?? found?.flow ?? ''}`;
  const { draft, alter, files, busy, failed, submit, problemAt, form } = useCaseForm({
    draftName,
    start,
    check: orderProblems,
    bodyOf,
  });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Choices
        id="subject"
        legend="Co jest do zrobienia"
        options={SUBJECTS}
        value={subjectOf(draft.subject)?.value ?? null}
        onValue={(subject) => alter({ subject })}
        error={problemAt('order.subject')}
      />
      <ServiceField
        label="Której usługi to dotyczy"
        none="Nie wiem albo kilku"
        value={draft.serviceId}
        onValue={(serviceId) => alter({ serviceId })}
        error={problemAt('serviceId')}
      />
      <TextArea
        id="text"
        label="Opis zadania"
        hint="Co ma być zrobione, gdzie i na kiedy. Bez haseł: nasi administratorzy ich nie potrzebują."
        maxLength={8000}
        value={draft.text}
        onValue={(text) => alter({ text })}
        error={problemAt('text')}
      />
      <SecretWarning texts={[draft.text]} onClean={([text = '']) => alter({ text })} />
      <TextField
        id="replyEmail"
        label="Adres e-mail do odpowiedzi"
        type="email"
        autocomplete="email"
        maxLength={254}
        value={draft.replyEmail}
        onValue={(replyEmail) => alter({ replyEmail })}
        error={problemAt('order.replyEmail')}
      />
      <AttachmentsField files={files} error={problemAt('attachments')} />
      {context ? (
        <ContextChoice
          context={context}
          flows={flows}
          included={draft.withContext}
          onIncluded={(withContext) => alter({ withContext })}
        />
      ) : null}
      <Refusal failed={saidAloud(failed, FIELDS)} onRetry={submit} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          {priced ? 'Wyślij zlecenie' : 'Wyślij opis i zapytaj o cenę'}
        </Act>
      </p>
      {priced ? null : (
        <p class="hint">To jeszcze nie zamówienie: cenę podamy w odpowiedzi, a Ty zdecydujesz, czy zlecasz pracę.</p>
      )}
    </form>
  );
}

const NotForUsers = () => (
  <div class="empty">
    <h2>Zlecenia składa właściciel albo administrator konta</h2>
    <p>Twoja rola na tym koncie na to nie pozwala. Możesz za to napisać do BOK.</p>
    <p class="acts">
      <a class="button" href="/panel/pomoc/nowa/">
        Napisz do BOK
      </a>
    </p>
  </div>
);

/** Ordering work of the provider's own administrators (R12). */
export default function NewOrder(props: NewOrderProps) {
  return (
    <ForMember why="Zlecenie i rozmowę o nim znajdziesz potem w Panelu. To, co już wiemy, zostanie dołączone.">
      {({ account, user }) =>
        account.role === 'user' ? <NotForUsers /> : <OrderForm {...props} accountId={account.id} email={user.email} />
      }
    </ForMember>
  );
}
