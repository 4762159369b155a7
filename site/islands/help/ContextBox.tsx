import { type AskedFrom, answerLines, type KnownFlows } from '../../../content/wizard-engine/help.ts';
import type { CaseContext } from '../../../contract/index.ts';

interface ContextProps {
  context: AskedFrom | CaseContext;
  flows: KnownFlows;
}

/** The page and the answers that a message carries. */
export function ContextFacts({ context, flows }: ContextProps) {
  const lines = answerLines(context, flows);
  const title = context.flow === null ? null : (flows[context.flow]?.title ?? context.flow);
  return (
    <dl class="tag-facts">
      <div>
        <dt>Strona</dt>
        <dd>
          <a class="path" href={context.page}>
            {context.page}
          </a>
        </dd>
      </div>
      {title ? (
        <div>
          <dt>Kreator</dt>
          <dd>{title}</dd>
        </div>
      ) : null}
      {lines.length > 0 ? (
        <div>
          <dt>Odpowiedzi</dt>
          <dd>
            <ul class="asset-people">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** What goes along with a message, shown before it is sent; it can be left out. */
export function ContextChoice({
  context,
  flows,
  included,
  onIncluded,
}: ContextProps & { included: boolean; onIncluded: (included: boolean) => void }) {
  return (
    <fieldset class="choices">
      <legend>Co dołączymy do wiadomości</legend>
      <label class="choice">
        <input type="checkbox" checked={included} onChange={(event) => onIncluded(event.currentTarget.checked)} />
        <span>
          <strong>Dołącz to, co już wiemy</strong>
          <small>Dzięki temu nie trzeba tego pisać jeszcze raz. Nie ma tu danych osobowych ani haseł.</small>
        </span>
      </label>
      {included ? <ContextFacts context={context} flows={flows} /> : <p class="hint">Wyślemy tylko to, co napiszesz.</p>}
    </fieldset>
  );
}
