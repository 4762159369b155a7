import { Act } from '../parts/Act.tsx';
import { looksSecret, withoutSecrets } from './secrets.ts';

/** Warns of a password in what is being written, and takes it out with one press; sending stays possible. */
export function SecretWarning({ texts, onClean }: { texts: readonly string[]; onClean: (cleaned: string[]) => void }) {
  return (
    <div aria-live="polite">
      {texts.some(looksSecret) ? (
        <div class="notice" data-tone="attention">
          <p>
            <strong>To wygląda na hasło.</strong> Nikt go tu nie potrzebuje, a wiadomość przeczyta kilka osób. Lepiej wysłać ją
            bez hasła.
          </p>
          <p class="acts">
            <Act tone="quiet" onAct={() => onClean(texts.map(withoutSecrets))}>
              Usuń hasło z tekstu
            </Act>
          </p>
        </div>
      ) : null}
    </div>
  );
}
