import type { DelegationSpec } from '../../../contract/index.ts';
import type { KindWords } from './kind.ts';

/** Management of one domain by another client; ownership stays (R6). */
export const delegation: KindWords<DelegationSpec> = {
  label: 'Domena',
  hint: 'Inny klient ustawia DNS Twojej domeny we własnym Panelu. Domena i umowa zostają Twoje.',
  proposed: 'jedna domena, którą wskażesz',
  area: (spec) => ({ noun: 'domena', name: spec.domain }),
  access: () => 'zmieniać jej ustawienia DNS',
  unseen: '',
  levels: [{ value: 'manage', label: 'Zarządzanie DNS', hint: 'Zmiana rekordów domeny.' }],

  canDo: () => ['Zobaczy i zmieni rekordy DNS tej domeny: gdzie jest strona i dokąd trafia poczta.'],
  cannotDo: () => [
    'Nie przepisze domeny na siebie i nie zmieni danych abonenta.',
    'Nie zobaczy innych domen, usług ani plików.',
    'Nie przekaże zarządzania dalej.',
  ],
  risk: () => 'Kto zmienia DNS, może skierować stronę i pocztę gdzie indziej. Każdą zmianę zobaczysz i cofniesz.',

  afterInvite: 'Zarządzanie zacznie się, gdy drugi klient potwierdzi je w swoim Panelu.',
  cut: 'Drugi klient od razu przestanie widzieć tę domenę. Rekordy zostają takie, jakie są teraz.',
  gaveBack: 'Od razu przestaniesz widzieć tę domenę. Rekordy zostają takie, jakie są teraz.',
  newSecret: 'Do zarządzania domeną nie ma tu osobnego hasła.',
};
