import type { Flow } from './schema.ts';

/** A wizard small enough to be seen whole: colour and size decide together, size is asked on two branches. */
export const SMALL_FLOW: Flow = {
  id: 'maly',
  routing: {
    start: 'rzecz',
    questions: {
      rzecz: { klucz: 'rozmiar', kolor: 'barwa', nic: 'koniec' },
      barwa: { biel: 'rozmiar', czern: 'koniec' },
      rozmiar: { duzy: [{ when: { barwa: 'biel' }, to: 'bialy' }, { to: 'duzy-klucz' }], maly: 'maly-klucz' },
    },
  },
  policy: {
    questions: { rzecz: { rules: ['R1'] }, barwa: { rules: ['R1'] }, rozmiar: { rules: ['R8'] } },
    narrowestFirst: { rozmiar: ['maly', 'duzy'] },
    outcomes: {
      'duzy-klucz': { kind: 'grant', intent: { kind: 'ftp', area: 'tree', access: 'write', days: 7 }, rules: ['R8'] },
      'maly-klucz': { kind: 'grant', intent: { kind: 'ftp', area: 'directory', access: 'read', days: 7 }, rules: ['R8'] },
      bialy: { kind: 'grant', intent: { kind: 'ftp', area: 'directory', access: 'read', days: 7 }, rules: ['R8'] },
      koniec: { kind: 'support', rules: ['R15'] },
    },
  },
  words: {
    title: 'Mały kreator',
    lead: 'Do prób.',
    questions: {
      rzecz: { ask: 'Co?', short: 'Rzecz', options: { klucz: option('Klucz'), kolor: option('Kolor'), nic: option('Nic') } },
      barwa: { ask: 'Jaki?', short: 'Barwa', options: { biel: option('Biel'), czern: option('Czerń') } },
      rozmiar: { ask: 'Jak duży?', short: 'Rozmiar', options: { duzy: option('Duży'), maly: option('Mały') } },
    },
    outcomes: {
      'duzy-klucz': grantWords('Duży klucz'),
      'maly-klucz': grantWords('Mały klucz'),
      bialy: { ...grantWords('Biały'), nextSteps: [{ label: 'Jednak mały', answers: { rozmiar: 'maly' } }] },
      koniec: grantWords('Koniec'),
    },
  },
};

function option(label: string) {
  return { label, means: `${label} i tyle.` };
}

function grantWords(title: string): Flow['words']['outcomes'][string] {
  return {
    title,
    lead: title,
    can: ['Otworzyć'],
    cannot: ['Zepsuć'],
    whyNotLess: 'Bo mniej to za mało.',
    risk: 'Jest.',
    takeBack: 'Oddaj.',
    steps: [],
    nextSteps: [],
  };
}
