import { useEffect, useRef } from 'preact/hooks';
import type { GrantSpec } from '../../../contract/index.ts';
import type { Failure } from '../../api/result.ts';
import { untilWords } from '../../words/dates.ts';
import { canDo, cannotDo, riskOf } from '../../words/grants.ts';
import { wordsOf } from '../../words/kinds/index.ts';
import { Act } from '../parts/Act.tsx';
import { type EndChoice, endMoment } from '../parts/end-date.ts';
import { KeyTag } from '../parts/KeyTag.tsx';
import { Refusal } from '../parts/Refusal.tsx';

interface ReviewProps {
  who: { name: string; email: string | null };
  service: string;
  spec: GrantSpec;
  end: EndChoice;
  /** False when the password is shown to the owner instead. */
  byInvitation: boolean;
  reason: string | null;
  /** The button that performs it, named by its act. */
  lastWord?: string;
  busy: boolean;
  failed: Failure | null;
  now: number;
  onBack: () => void;
  onGive: () => void;
}

const List = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <section>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);

/** Everything once more in words before the act, and the one button that performs it. */
export function Review({
  who,
  service,
  spec,
  end,
  byInvitation,
  reason,
  lastWord = 'Nadaj dostęp',
  busy,
  failed,
  now,
  onBack,
  onGive,
}: ReviewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const notAfter = endMoment(end, now);
  return (
    <div>
      <h2 ref={title} tabIndex={-1}>
        Sprawdź, zanim nadasz dostęp
      </h2>
      <KeyTag who={who} service={service} spec={spec} notAfter={notAfter} now={now} />
      <List title="Co będzie można" lines={canDo(spec)} />
      <List title="Czego nie będzie można" lines={cannotDo(spec)} />
      {reason ? (
        <section>
          <h3>Dlaczego nie mniej</h3>
          <p>{reason}</p>
        </section>
      ) : null}
      <section>
        <h3>Do kiedy i co dalej</h3>
        <p>Dostęp będzie działać {untilWords(notAfter, now)}. Odbierzesz go w każdej chwili na stronie „Kto ma dostęp”.</p>
        <p>
          {byInvitation
            ? `Wyślemy zaproszenie na podany adres. ${wordsOf(spec).afterInvite}`
            : 'Dostęp zacznie działać od razu, a hasło zobaczysz tylko raz – na następnym ekranie.'}
        </p>
      </section>
      <div class="notice" data-tone="attention">
        <p>{riskOf(spec)}</p>
      </div>
      <Refusal failed={failed} onRetry={onGive} />
      <p class="acts">
        <Act busy={busy} onAct={onGive}>
          {lastWord}
        </Act>
        <Act tone="quiet" onAct={onBack}>
          Wróć i zmień
        </Act>
      </p>
      {busy ? (
        <p class="progress" role="status">
          Zapisujemy dostęp…
        </p>
      ) : null}
    </div>
  );
}
