import type { MailboxSpec } from '../../../contract/index.ts';
import type { KindWords } from './kind.ts';

/** One mailbox over IMAP, under a sign-in of the person's own (R10). Sending is never part of it. */
export const mailbox: KindWords<MailboxSpec> = {
  label: 'Skrzynka e-mail',
  hint: 'Wspólna skrzynka, na przykład biuro@: osoba czyta ją we własnym programie, bez Twojego hasła.',
  proposed: 'jedna skrzynka, którą wskażesz',
  area: (spec) => ({ noun: 'skrzynka', name: spec.address }),
  access: (access) => (access === 'read' ? 'tylko czytać wiadomości' : 'czytać i porządkować wiadomości'),
  unseen: 'Nie możemy sprawdzić, jakie skrzynki na nim są.',
  levels: [
    {
      value: 'read',
      label: 'Tylko czytanie',
      hint: 'Osoba przeczyta wiadomości, a w skrzynce nic się nie zmieni: nieprzeczytane zostaną nieprzeczytane.',
    },
    {
      value: 'write',
      label: 'Czytanie i porządkowanie',
      hint: 'Osoba może też oznaczać, przenosić i usuwać wiadomości. Wysyłać nie może.',
    },
  ],

  canDo: ({ access }) => [
    'Przeczyta wszystkie wiadomości w tej skrzynce i pobierze załączniki.',
    ...(access === 'write' ? ['Oznaczy, przeniesie i usunie wiadomości, doda i usunie foldery.'] : []),
  ],
  cannotDo: ({ access }) => [
    ...(access === 'read' ? ['Nie oznaczy, nie przeniesie i nie usunie żadnej wiadomości.'] : []),
    'Nie wyśle niczego z tego adresu.',
    'Nie pozna hasła tej skrzynki i nie zmieni go.',
    'Nie zajrzy do innych skrzynek, plików na serwerze, baz danych ani Panelu klienta.',
  ],
  risk: ({ access }) =>
    `We wspólnej skrzynce są listy wielu osób. Przychodzą na nią także linki do zmiany haseł w innych serwisach – kto ją czyta, może ich użyć. ${
      access === 'write'
        ? 'Ta osoba może też usunąć wiadomość, której nikt inny jeszcze nie widział.'
        : 'Przeczytanych wiadomości nie da się potem zabrać.'
    }`,

  afterInvite:
    'Dostęp zacznie działać, gdy osoba ustawi własne hasło. Nikt inny go nie pozna – Ty też nie. O tym dostępie napiszemy też do samej skrzynki.',
  cut: 'Serwer od razu odmówi logowania i rozłączy programy pocztowe tej osoby. Wiadomości zostaną w skrzynce; te, które jej program już pobrał, zostaną na jej urządzeniu.',
  gaveBack: 'Serwer od razu odmówi logowania i rozłączy Twoje programy pocztowe. Wiadomości zostaną w skrzynce.',
  newSecret:
    'Osoba dostanie link i sama ustawi nowe hasło. Do tego czasu działa dotychczasowe; potem jej programy pocztowe zapytają o nowe.',
};
