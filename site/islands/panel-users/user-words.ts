import type { PanelUserView, Role } from '../../../contract/index.ts';
import { counted, type Forms } from '../../words/plural.ts';

const STATES: Record<PanelUserView['state'], { word: string; look: string }> = {
  invited: { word: 'czeka na przyjęcie', look: 'requested' },
  active: { word: 'ma wstęp', look: 'active' },
  suspended: { word: 'zawieszony', look: 'suspended' },
};

/** A state by word and by the look that its mark has. */
export const userState = ({ state }: Pick<PanelUserView, 'state'>) => STATES[state];

const SEATS: Forms = { one: 'licencja', few: 'licencje', many: 'licencji', other: 'licencji' };
export const seatsWords = (seats: number): string => (seats === 0 ? 'brak' : counted(seats, SEATS));

/** What can be done about somebody: through their grant, or where there is none, through their membership. */
export type UserAct = 'role' | 'end' | 'invite' | 'rest' | 'remove';
export interface UserActs {
  acts: readonly UserAct[];
  /** Why there is little or nothing to do. */
  why: string | null;
}

const LAST_OWNER =
  'Konto musi mieć właściciela, więc jedynego nie da się usunąć ani zmienić mu roli. Właściciela zmienia tylko cesja.';
const OWNER = 'Roli właściciela nie zmienia się tutaj. Konto przechodzi na kogoś innego tylko przez cesję.';
const SELF = 'To Ty. Swojej roli nie zmienisz i nie zawiesisz się – poproś o to właściciela. Możesz zrezygnować ze wstępu.';
const ALWAYS = 'Ta osoba jest tu od początku umowy, więc nie ma daty końca ani zaproszenia. Zamiast zawiesić, możesz ją usunąć.';

/** What the one who looks may do about a person on the list (R1); the worker decides again. */
export function actsOn(user: PanelUserView, me: Role): UserActs {
  if (user.role === 'owner') {
    if (user.lastOwner) return { acts: [], why: LAST_OWNER };
    return { acts: me === 'owner' && user.grantId === null ? ['remove'] : [], why: user.you ? SELF : OWNER };
  }
  if (user.you) return { acts: ['remove'], why: SELF };
  if (user.grantId === null) return { acts: ['role', 'remove'], why: ALWAYS };
  if (user.state === 'invited') return { acts: ['role', 'end', 'invite', 'remove'], why: null };
  return { acts: ['role', 'end', 'rest', 'remove'], why: null };
}

/** What stays of a person who is removed; said before and after. */
export function whatStays({ seats }: Pick<PanelUserView, 'seats'>): string {
  const licences = seats === 0 ? '' : `Zostają licencje: ${counted(seats, SEATS)}. Odbierzesz je na stronie „Licencje”. `;
  return `${licences}Dostępy do plików, baz i skrzynek, jeśli je ma, też zostają – są na stronie „Kto ma dostęp”.`;
}

/** The second touch: what removing this person does. */
export function removalWords(user: PanelUserView) {
  const { state, you } = user;
  if (state === 'invited')
    return {
      first: 'Wycofaj zaproszenie',
      title: 'Wycofać zaproszenie?',
      what: 'Link z zaproszenia przestanie działać. Ta osoba nie miała jeszcze wstępu do konta.',
      last: 'Wycofaj teraz',
      leave: 'Zostaw zaproszenie',
    };
  if (you)
    return {
      first: 'Zrezygnuj ze wstępu',
      title: 'Zrezygnować ze wstępu do tego konta?',
      what: `Od razu stracisz wstęp do tego konta a żeby wrócić, trzeba będzie nowego zaproszenia. ${whatStays(user)}`,
      last: 'Zrezygnuj teraz',
      leave: 'Zostań na koncie',
    };
  return {
    first: 'Usuń z konta',
    title: 'Usunąć tę osobę z konta?',
    what: `Od razu straci wstęp do tego konta, także tam, gdzie jest teraz zalogowana. ${whatStays(user)} Żeby wróciła, trzeba nowego zaproszenia.`,
    last: 'Usuń teraz',
    leave: 'Zostaw na koncie',
  };
}

/** Owners, then administrators and users; in each role first who looks, then by name as the server has them. */
const RANK: Record<Role, number> = { owner: 0, administrator: 1, user: 2 };
export const arranged = (users: readonly PanelUserView[]): PanelUserView[] =>
  [...users].sort((a, b) => RANK[a.role] - RANK[b.role] || Number(b.you) - Number(a.you));
