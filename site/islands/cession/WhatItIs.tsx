import type { CessionView } from '../../../contract/index.ts';
import { goesOver, staysBehind } from './cession-words.ts';

/** R7: told apart from access before anything can be begun. */
export const WhatItIs = () => (
  <div class="notice" data-tone="attention">
    <h2>Cesja to nie dostęp</h2>
    <p>
      <strong>Cesja oddaje na zawsze.</strong> Konto albo domena przechodzi na inną osobę lub firmę. Biorą w niej udział obie
      strony i żadna nie cofnie jej sama.
    </p>
    <p>
      <strong>Dostęp tylko pożycza.</strong> Właścicielem pozostajesz Ty, a dostęp odbierzesz w każdej chwili. Jeśli ktoś ma coś
      dla Ciebie zrobić, <a href="/panel/nadaj/">nadaj dostęp</a>. Jeśli ma tylko zajmować się domeną,{' '}
      <a href="/panel/domeny/">przekaż zarządzanie</a>.
    </p>
  </div>
);

/** What changes hands, and what does not. */
export const GoesOver = ({ kind }: Pick<CessionView, 'kind'>) => (
  <>
    <p>Na nowego abonenta przechodzi:</p>
    <ul>
      {goesOver(kind).map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
    <p>{staysBehind(kind)}</p>
  </>
);
