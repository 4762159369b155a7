import type { SettingRequest } from '../../../../contract/index.ts';
import { ConfirmAct } from '../../parts/ConfirmAct.tsx';
import { endRequest, resendRequest } from './acts.ts';

const RESEND = {
  first: 'Wyślij link ponownie',
  title: 'Wysłać link jeszcze raz?',
  what: 'Wyślemy nowy link, ważny dwa tygodnie. Poprzednie przestaną działać, a odpowiedzi, które już są, zostaną.',
  last: 'Wyślij nowy link',
};
const DONE = {
  first: 'Wszystko zrobione',
  title: 'Zmiana jest zrobiona?',
  what: 'Zamkniemy tę sprawę, a link do formularza przestanie działać. Kroki zostaną do wglądu.',
  last: 'Tak, zrobione',
};
const DROP = {
  first: 'Już niepotrzebne',
  title: 'Odwołać to pytanie?',
  what: 'Link do formularza przestanie działać. Na serwerze nic się nie zmieni.',
  last: 'Odwołaj pytanie',
};

export type Shown = { request: SettingRequest; onChanged: (request: SettingRequest, said: string) => void };

/** Sending the link again, and the two ways a question ends. */
export function RequestActs({ request, onChanged }: Shown) {
  const { id, state, helper } = request;
  if (state === 'done' || state === 'dropped') return null;
  return (
    <div class="acts no-print">
      {state === 'answered' ? (
        <ConfirmAct
          main
          words={DONE}
          leave="Jeszcze nie"
          act={() => endRequest(id, 'done')}
          onDone={(next) => onChanged(next, 'Zapisane: zmiana jest zrobiona.')}
        />
      ) : null}
      <ConfirmAct
        words={RESEND}
        leave="Nie wysyłaj"
        main={state === 'expired'}
        act={() => resendRequest(id)}
        onDone={(next) => onChanged(next, `Nowy link jest w drodze. Odbiorca: ${helper.email}.`)}
      />
      <ConfirmAct
        words={DROP}
        leave="Zostaw pytanie"
        danger
        act={() => endRequest(id, 'dropped')}
        onDone={(next) => onChanged(next, 'Pytanie jest odwołane. Link już nie działa.')}
      />
    </div>
  );
}
