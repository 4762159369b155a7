import { Act } from '../../parts/Act.tsx';
import type { Editing } from './use-editing.ts';
import { failureWords } from './words.ts';

interface FailedProps {
  failed: NonNullable<Editing['failed']>;
  /** The file is in the editor, so it was not saved; else it was not opened. */
  isOpen: boolean;
  onRetry: () => unknown;
  onDownload: () => void;
}

/** Why a file was not opened or not saved, and the ways out. */
export const Failed = ({ failed, isOpen, onRetry, onDownload }: FailedProps) => (
  <div class="notice" data-tone="danger" role="alert">
    <p>
      {failed === 'not-text'
        ? 'To nie jest plik tekstowy, więc nie otwieramy go w edytorze: po zapisie mógłby przestać działać.'
        : failureWords(failed, isOpen ? 'To, co wpisane, jest nadal w edytorze.' : '')}
    </p>
    {isOpen ? null : (
      <p class="acts">
        {failed === 'not-text' ? null : (
          <Act tone="quiet" onAct={onRetry}>
            Spróbuj jeszcze raz
          </Act>
        )}
        <Act tone="quiet" onAct={onDownload}>
          Pobierz
        </Act>
      </p>
    )}
  </div>
);
