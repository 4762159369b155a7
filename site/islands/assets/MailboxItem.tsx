import { useState } from 'preact/hooks';
import type { MailboxView } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { DeleteMailbox } from './DeleteMailbox.tsx';
import { hasPassword, lastUseWords } from './mailbox-words.ts';
import { About, AccessFact, ProblemNote, SizeFact, StateMark } from './parts.tsx';
import { Readers } from './Readers.tsx';
import { giveAddress } from './service.ts';
import { isDeletable, isOpenable } from './words.ts';

export type MailboxDone = 'password' | 'readers' | 'bin';

interface MailboxItemProps {
  serviceId: string;
  mailbox: MailboxView;
  /** Something was done; `after` is what the mailbox is now. */
  onDone: (done: MailboxDone, after: MailboxView) => void;
}

const Facts = ({ mailbox }: { mailbox: MailboxView }) => (
  <dl class="tag-facts">
    <SizeFact bytes={mailbox.bytes} />
    <div>
      <dt>Ostatnie logowanie</dt>
      <dd>{lastUseWords(mailbox)}</dd>
    </div>
    <AccessFact access={mailbox.access} />
    <div>
      <dt>Kto zna hasło skrzynki</dt>
      <dd>{mailbox.knownBy.map(({ person }) => person).join(', ') || 'nie zapisano'}</dd>
    </div>
  </dl>
);

/** One mailbox: what it takes, who reads it, and what can be done about it. Never what is in it. */
export function MailboxItem({ serviceId, mailbox, onDone }: MailboxItemProps) {
  const [asking, setAsking] = useState<MailboxDone | null>(null);
  const { address } = mailbox;
  const close = () => setAsking(null);
  const done = (what: MailboxDone) => (after: MailboxView) => {
    close();
    onDone(what, after);
  };
  const button = (what: MailboxDone, word: string) => (
    <Act tone={what === 'bin' ? 'quiet-danger' : 'quiet'} onAct={() => setAsking(what)}>
      <span>
        {word}
        <About name={address} />
      </span>
    </Act>
  );
  const shared = { serviceId, mailbox, onClose: close };
  return (
    <li class="asset">
      <h3 class="path">{address}</h3>
      <StateMark asset={mailbox} />
      <ProblemNote asset={mailbox} again="Wybierz „Zmień hasło”, a spróbujemy utworzyć ją jeszcze raz." />
      <Facts mailbox={mailbox} />
      <div class="tag-acts">
        {isOpenable(mailbox) ? (
          <a class="button button-quiet" href={giveAddress('skrzynka', serviceId)}>
            <span>
              Nadaj dostęp
              <About name={address} />
            </span>
          </a>
        ) : null}
        {mailbox.managed && hasPassword(mailbox) ? button('password', 'Zmień hasło') : null}
        {mailbox.managed && hasPassword(mailbox) ? button('readers', 'Kto zna hasło') : null}
        {mailbox.managed && isDeletable(mailbox) ? button('bin', 'Usuń skrzynkę') : null}
      </div>
      {mailbox.managed ? null : <p>Ta skrzynka powstała poza Panelem. Żeby ją zmienić albo usunąć, napisz do BOK.</p>}
      {asking === 'password' ? <ChangePassword {...shared} onChanged={done('password')} /> : null}
      {asking === 'readers' ? <Readers {...shared} onNoted={done('readers')} /> : null}
      {asking === 'bin' ? <DeleteMailbox {...shared} onDeleted={done('bin')} /> : null}
    </li>
  );
}
