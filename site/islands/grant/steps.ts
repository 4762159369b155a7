import type { GrantView } from '../../../contract/index.ts';
import { END_WORDS } from '../../words/grants.ts';
import { type Road, roadOf } from '../../words/kinds/index.ts';

export interface Step {
  label: string;
  at: number | null;
  step: 'done' | 'now' | 'next' | 'failed';
}

/** What each keeper of grants does, in words. */
const AT_WORK: Record<Road, { sets: string; changes: string; cuts: string; cut: string; looks: string }> = {
  server: {
    sets: 'Serwer ustawia dostęp',
    changes: 'Serwer wprowadza zmianę',
    cuts: 'Serwer blokuje logowanie i kończy połączenia',
    cut: 'Logowanie zablokowane, otwarte połączenia zakończone',
    looks: 'Sprawdzamy jeszcze raz, że nikt nie jest połączony',
  },
  account: {
    sets: 'Ustawiamy dostęp',
    changes: 'Wprowadzamy zmianę',
    cuts: 'Zamykamy dostęp',
    cut: 'Dostęp zamknięty, także w otwartych oknach',
    looks: 'Sprawdzamy jeszcze raz',
  },
  vendor: {
    sets: 'Dostawca usługi włącza licencję',
    changes: 'Dostawca usługi wprowadza zmianę',
    cuts: 'Dostawca usługi wyłącza licencję',
    cut: 'Licencja wyłączona u dostawcy',
    looks: 'Sprawdzamy jeszcze raz u dostawcy',
  },
};

const done = (label: string, at: number | null): Step => ({ label, at, step: 'done' });

function takenWords({ spec }: GrantView): string {
  if (spec.kind === 'ftp') return 'Przyjęty – jest hasło albo klucz';
  return roadOf(spec) === 'server' ? 'Przyjęty – jest hasło' : 'Przyjęty';
}

function beginning(grant: GrantView): Step[] {
  const ending = grant.state === 'revoking' || grant.state === 'ended';
  const vendor = roadOf(grant.spec) === 'vendor';
  const asked = done(`${vendor ? 'Licencja przydzielona' : 'Dostęp zlecony'}. Osoba: ${grant.createdBy}`, grant.createdAt);
  // Nobody accepts a licence: it begins at once.
  if (vendor) return [asked];
  if (grant.claimedAt !== null) return [asked, done(takenWords(grant), grant.claimedAt)];
  return ending ? [asked] : [asked, { label: 'Czeka na przyjęcie', at: null, step: 'now' }];
}

function middle(grant: GrantView): Step[] {
  const failing = grant.problem !== null;
  const again = grant.activeAt !== null;
  if (grant.state === 'requested') return [{ label: 'Działa', at: null, step: 'next' }];
  if (grant.state === 'pending') {
    const { sets, changes } = AT_WORK[roadOf(grant.spec)];
    return [
      ...(again ? [done('Działa', grant.activeAt)] : []),
      { label: again ? changes : sets, at: null, step: failing ? 'failed' : 'now' },
      { label: again ? 'Działa po zmianie' : 'Działa', at: null, step: 'next' },
    ];
  }
  if (grant.state === 'active') {
    const resting: Step[] = grant.suspendedAt === null ? [] : [{ label: 'Zawieszony', at: grant.suspendedAt, step: 'now' }];
    return [done(resting.length > 0 ? 'Działał' : 'Działa', grant.activeAt), ...resting];
  }
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
  if (grant.claimedAt === null && grant.cutAt === null && roadOf(grant.spec) !== 'vendor') return [over];
  const { cuts, cut, looks } = AT_WORK[roadOf(grant.spec)];
  if (grant.cutAt !== null)
    return [
      done(cut, grant.cutAt),
      grant.state === 'ended' ? over : { label: looks, at: null, step: 'now' },
      ...(grant.state === 'ended' ? [] : [over]),
    ];
  return grant.state === 'ended' ? [over] : [{ label: cuts, at: null, step: grant.problem ? 'failed' : 'now' }, over];
}

/** What has happened to a grant, what is happening and what comes next, with times. */
export const stepsOf = (grant: GrantView): Step[] => [...beginning(grant), ...middle(grant), ...ending(grant)];
