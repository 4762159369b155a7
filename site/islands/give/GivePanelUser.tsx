import type { PanelIntent } from '../../../contract/index.ts';
import { dayAfter } from '../../words/dates.ts';
import { startingUserForm, type UserForm } from '../panel-users/form.ts';
import { InviteUser } from '../panel-users/InviteUser.tsx';

/** The form as the wizard suggests it; days that are no choice of their own become a date. */
export function startFor({ role, days }: Pick<PanelIntent, 'role' | 'days'>, now: number): UserForm {
  const start = startingUserForm(role);
  const preset = days === 1 || days === 7 || days === 30;
  return preset ? { ...start, end: `${days}` } : { ...start, end: 'date', date: dayAfter(now, days) };
}

/** The confirm page for the Panel itself: the same form as on the page of panel users, as the wizard filled it in. */
export function GivePanelUser({ intent, reasons }: { intent: PanelIntent; reasons: Record<string, string> }) {
  const { flow, outcome } = intent;
  const sentence = flow && outcome ? reasons[`${flow}/${outcome}`] : undefined;
  const why = flow && outcome && sentence ? { flow, outcome, sentence } : null;
  return (
    <>
      <p>
        Do czego: <strong>Panel klienta</strong>. <a href="/panel/nadaj/">Wybierz coś mniejszego</a>.
      </p>
      <InviteUser
        draftName={`uzytkownik${location.search}`}
        start={startFor(intent, Date.now())}
        why={why}
        onInvited={({ id }) => location.assign(`/panel/dostep/?id=${encodeURIComponent(id)}`)}
      />
    </>
  );
}
