import { sizeWords } from '../../../content/words/index.ts';
import type { CaseMessage } from '../../../contract/index.ts';
import { momentWords } from '../../words/dates.ts';

interface ConversationProps {
  messages: readonly CaseMessage[];
  /** Whose page it is: their own messages are on their own side. */
  side: 'customer' | 'staff';
  addressOf: (attachmentId: string) => string;
}

const WHO = { customer: 'klient', staff: 'BOK', note: 'notatka, klient jej nie widzi' } as const;

function Attachments({ files, addressOf }: { files: CaseMessage['attachments'] } & Pick<ConversationProps, 'addressOf'>) {
  if (files.length === 0) return null;
  return (
    <ul class="files">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a class="path" href={addressOf(id)} download={name}>
            {name}
          </a>{' '}
          <small>{sizeWords(size)}</small>
        </li>
      ))}
    </ul>
  );
}

/** What was said, in order, each with who and when; nothing of it is taken for anything but text. */
export const Conversation = ({ messages, side, addressOf }: ConversationProps) => (
  <ol class="talk" aria-label="Wiadomości">
    {messages.map(({ id, at, from, author, text, attachments }) => (
      <li key={id} data-from={from} data-own={from === side ? '' : undefined}>
        <p class="talk-who">
          <strong>{author}</strong>
          {from === side ? null : <span> ({WHO[from]})</span>}{' '}
          <time dateTime={new Date(at).toISOString()}>{momentWords(at)}</time>
        </p>
        <div class="talk-text verbatim">{text}</div>
        <Attachments files={attachments} addressOf={addressOf} />
      </li>
    ))}
  </ol>
);
