import { type KnownFlows, readHelpQuery } from '../../../../content/wizard-engine/help.ts';
import type { CaseContext, SessionView } from '../../../../contract/index.ts';
import { saidAloud } from '../../assets/said-aloud.ts';
import { Act } from '../../parts/Act.tsx';
import { TextField } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { AttachmentsField } from '../AttachmentsField.tsx';
import { ContextChoice } from '../ContextBox.tsx';
import { ForMember } from '../ForMember.tsx';
import { SecretWarning } from '../SecretWarning.tsx';
import { type CaseDraft, messageProblems } from './case-form.ts';
import { ServiceField } from './ServiceField.tsx';
import { useCaseForm } from './use-case-form.ts';

const FIELDS = ['subject', 'text', 'attachments', 'serviceId'];
const MANAGERS: readonly string[] = ['owner', 'administrator'];

interface NewMessageProps {
  flows: KnownFlows;
  account: NonNullable<SessionView['account']>;
}

function MessageForm({ flows, account }: NewMessageProps) {
  const found = readHelpQuery(new URLSearchParams(location.search), flows);
  const context: CaseContext | null = found && { ...found, answers: [...found.answers] };
  const title = found?.flow ? (flows[found.flow]?.title ?? '') : '';
  const start: CaseDraft = { subject: title, text: '', serviceId: '', replyEmail: '', withContext: true };
  const bodyOf = (draft: CaseDraft) => ({
    subject: draft.subject.trim(),
    text: draft.text.trim(),
    serviceId: draft.serviceId || null,
    order: null,
    context: draft.withContext ? context : null,
  });
  const draftName = `pomoc:${account.id}:${found?.flow ?? ''}`;
  const { draft, alter, files, busy, failed, submit, problemAt, form } = useCaseForm({
    draftName,
    start,
    check: messageProblems,
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
      <TextField
        id="subject"
        label="Temat"
        autocomplete="off"
        maxLength={120}
        value={draft.subject}
        onValue={(subject) => alter({ subject })}
        error={problemAt('subject')}
      />
      <TextArea
        id="text"
        label="W czym pomóc"
        hint="Co się dzieje i co ma być inaczej. Bez haseł: BOK ich nie potrzebuje."
        maxLength={8000}
        value={draft.text}
        onValue={(text) => alter({ text })}
        error={problemAt('text')}
      />
      <SecretWarning texts={[draft.subject, draft.text]} onClean={([subject = '', text = '']) => alter({ subject, text })} />
      {MANAGERS.includes(account.role) ? (
        <ServiceField
          label="Której usługi to dotyczy"
          none="Nie wiem albo żadnej"
          value={draft.serviceId}
          onValue={(serviceId) => alter({ serviceId })}
          error={problemAt('serviceId')}
        />
      ) : null}
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
          Wyślij wiadomość
        </Act>
      </p>
    </form>
  );
}

/** Writing to support, with what the page before already knew (R15). */
export default function NewMessage({ flows }: { flows: KnownFlows }) {
  return (
    <ForMember why="Wiadomość i odpowiedzi znajdziesz potem w Panelu. To, co już wiemy, zostanie dołączone.">
      {({ account }) => <MessageForm flows={flows} account={account} />}
    </ForMember>
  );
}
