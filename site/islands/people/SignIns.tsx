import type { OffboardingView } from '../../../contract/index.ts';
import { exactMomentWords } from '../../words/dates.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { LEFT_WORDS } from './people-words.ts';

/** The way into the account that no grant stands behind, and what was left alone. */
export function SignIns({ view: { signIn, leftOut, startedAt } }: { view: OffboardingView }) {
  if (signIn === null && leftOut.length === 0) return null;
  return (
    <section>
      <h2>Wstęp do Panelu</h2>
      <ul class="rows">
        {signIn ? (
          <li class="row">
            <p class="row-who">{ROLE_WORDS[signIn.role]}</p>
            {signIn.leftOut ? null : (
              <span class="state" data-state="ended">
                zakończony
              </span>
            )}
            <p class="row-note">
              {signIn.leftOut
                ? `Zostaje. ${LEFT_WORDS[signIn.leftOut]}`
                : `Wstęp zamknięty, także w otwartych oknach: ${exactMomentWords(startedAt)}.`}
            </p>
          </li>
        ) : null}
        {leftOut.map(({ grantId, why }) => (
          <li key={grantId} class="row">
            <p class="row-who">
              <a href={`/panel/dostep/?id=${encodeURIComponent(grantId)}`}>Ten dostęp zostaje</a>
            </p>
            <p class="row-note">{LEFT_WORDS[why]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
