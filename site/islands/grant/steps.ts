import type { GrantView } from '../../../contract/index.ts';
import { END_WORDS } from '../../words/grants.ts';

export interface Step {
  label: string;
  at: number | null;
  step: 'done' | 'now' | 'next' | 'failed';
}

const done = (label: string, at: number | null): Step => ({ label, at, step: 'done' });

const takenWords = ({ spec }: GrantView) => (spec.kind === 'ftp' ? 'Przyjęty – jest hasło albo klucz' : 'Przyjęty – jest hasło');

function beginning(grant: GrantView): Step[] {
  const ending = grant.state === 'revoking' || grant.state === 'ended';
  const asked = done(`Dostęp zlecony. Osoba: ${grant.createdBy}`, grant.createdAt);
  if (grant.claimedAt !== null) return [asked, done(takenWords(grant), grant.claimedAt)];
  return ending ? [asked] : [asked, { label: 'Czeka na przyjęcie', at: null, step: 'now' }];
}

function middle(grant: GrantView): Step[] {
  const failing = grant.problem !== null;
  const again = grant.activeAt !== null;
  if (grant.state === 'requested') return [{ label: 'Działa', at: null, step: 'next' }];
  if (grant.state === 'pending') {
    const label = again ? 'Serwer wprowadza zmianę' : 'Serwer ustawia dostęp';
    return [
      ...(again ? [done('Działa', grant.activeAt)] : []),
      { label, at: null, step: failing ? 'failed' : 'now' },
      { label: again ? 'Działa po zmianie' : 'Działa', at: null, step: 'next' },
    ];
  }
  if (grant.state === 'active') return [done('Działa', grant.activeAt)];
  return again ? [done('Działał', grant.activeAt)] : [];
}

function ending(grant: GrantView): Step[] {
  if (grant.state !== 'revoking' && grant.state !== 'ended') return [];
  const reason = grant.endReason ? END_WORDS[grant.endReason] : null;
  const over: Step = {
    label: `Zakończony${reason ? `: ${reason}` : ''}`,
    at: grant.endedAt,
    step: grant.state === 'ended' ? 'done' : 'next',
  };
  // Nobody ever signed in where nothing was set up, so there is nothing to prove.
  if (grant.claimedAt === null && grant.cutAt === null) return [over];
  const cut = 'Logowanie zablokowane, otwarte połączenia zakończone';
  if (grant.cutAt !== null)
    return [
      done(cut, grant.cutAt),
      grant.state === 'ended' ? over : { label: 'Sprawdzamy jeszcze raz, że nikt nie jest połączony', at: null, step: 'now' },
      ...(grant.state === 'ended' ? [] : [over]),
    ];
  return grant.state === 'ended'
    ? [over]
    : [{ label: 'Serwer blokuje logowanie i kończy połączenia', at: null, step: grant.problem ? 'failed' : 'now' }, over];
}

/** What has happened to a grant, what is happening and what comes next, with times. */
export const stepsOf = (grant: GrantView): Step[] => [...beginning(grant), ...middle(grant), ...ending(grant)];
