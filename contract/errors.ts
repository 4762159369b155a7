/**
 * Every refusal a program or a person can get, in one place: the stable code,
 * the HTTP status it travels with, and the Polish sentence a person reads.
 *
 * Codes never change their meaning once released; messages may be reworded.
 */
export const ERRORS = {
  // The request itself
  'invalid-input': { status: 422, message: 'Popraw zaznaczone pola. Reszta tego, co wpisano, została zachowana.' },
  'unknown-field': { status: 422, message: 'Żądanie zawiera pole, którego nie znamy.' },
  'malformed-json': { status: 400, message: 'Nie udało się odczytać żądania: to nie jest poprawny JSON.' },
  'body-too-large': { status: 413, message: 'Wysłana treść jest za długa. Skróć ją i spróbuj jeszcze raz.' },
  'unsupported-media-type': { status: 415, message: 'Żądanie musi mieć typ application/json.' },
  'foreign-origin': { status: 403, message: 'Żądanie przyszło z innej strony, więc nic nie zmieniamy.' },
  'not-found': { status: 404, message: 'Nie ma tu takiej pozycji. Mogła zostać usunięta albo należy do innego konta.' },
  'too-many-requests': { status: 429, message: 'Za dużo prób. Odczekaj chwilę i spróbuj jeszcze raz.' },
  'idempotency-key-missing': { status: 400, message: 'Żądanie, które coś zmienia, musi mieć nagłówek Idempotency-Key.' },
  'idempotency-key-reused': {
    status: 409,
    message: 'Ten sam klucz żądania przyszedł z inną treścią. Odśwież stronę i spróbuj jeszcze raz.',
  },
  'in-progress': { status: 409, message: 'To samo żądanie jest właśnie wykonywane. Poczekaj chwilę na wynik.' },
  internal: { status: 500, message: 'Coś poszło nie tak po naszej stronie. Nic nie zostało zmienione – spróbuj za chwilę.' },

  // Who is asking
  'not-signed-in': { status: 401, message: 'Sesja wygasła. Zaloguj się ponownie – to, co wpisano, zostało zachowane.' },
  'wrong-credentials': { status: 401, message: 'Adres e-mail lub hasło się nie zgadza. Sprawdź oba i spróbuj jeszcze raz.' },
  'step-up-required': { status: 403, message: 'Potwierdź hasłem, że to Ty. Pytamy o to przed nadaniem dostępu.' },
  'no-account': { status: 403, message: 'To logowanie nie należy do konta klienta, więc nie może tu nic zmieniać.' },
  'role-too-low': { status: 403, message: 'Twoja rola na tym koncie na to nie pozwala. Poproś właściciela konta.' },

  // Fields
  required: { status: 422, message: 'Uzupełnij to pole.' },
  'too-long': { status: 422, message: 'Tu jest za dużo znaków.' },
  'email-invalid': { status: 422, message: 'To nie wygląda na adres e-mail. Przykład: jan@firma.pl' },
  'path-invalid': { status: 422, message: 'Takiej nazwy katalogu nie da się udostępnić. Wybierz katalog z listy.' },
  'end-date-past': { status: 422, message: 'Ta data już minęła. Wybierz późniejszą.' },
  'end-date-too-far': { status: 422, message: 'Wybierz datę w ciągu najbliższych dwóch lat.' },
  'password-too-weak': { status: 422, message: 'To hasło łatwo odgadnąć. Wydłuż je albo użyj wygenerowanego.' },
  'public-key-invalid': {
    status: 422,
    message: 'To nie jest klucz publiczny SSH. Wklej całą linię, na przykład zaczynającą się od ssh-ed25519.',
  },
  'credential-missing': { status: 422, message: 'Ustaw hasło albo wklej klucz publiczny.' },

  // Grants
  'kind-unavailable': { status: 422, message: 'Tego rodzaju dostępu nie ma przy tej usłudze.' },
  'directory-missing': { status: 422, message: 'Tego katalogu nie ma już na serwerze. Wybierz inny z listy.' },
  'directory-is-link': {
    status: 422,
    message: 'To jest skrót do innego miejsca na serwerze. Wybierz katalog, do którego prowadzi.',
  },
  'host-offline': { status: 503, message: 'Serwer nie odpowiada. Spróbuj za chwilę – nic nie zostało zmienione.' },
  'grant-ended': { status: 409, message: 'Ten dostęp już się skończył. Możesz nadać nowy.' },
  'grant-changed': {
    status: 409,
    message: 'Ten dostęp zmienił się w międzyczasie, na przykład w innej karcie. Sprawdź, co jest teraz, i zdecyduj jeszcze raz.',
  },
  'owner-changed': { status: 409, message: 'Konto zmieniło abonenta. Zaloguj się ponownie.' },

  'database-missing': { status: 422, message: 'Tej bazy nie ma już na serwerze. Wybierz inną z listy.' },
  'database-not-grantable': {
    status: 422,
    message:
      'Nazwa tej bazy jest za długa, żeby nadać do niej osobny dostęp. Przenieś dane do bazy o krótszej nazwie i wtedy nadaj dostęp.',
  },
  'mailbox-missing': { status: 422, message: 'Tej skrzynki nie ma już na serwerze. Wybierz inną z listy.' },
  'target-fixed': {
    status: 422,
    message: 'Zmienisz tu tylko to, co ta osoba może robić. Do innej bazy lub skrzynki nadaj osobny dostęp.',
  },
  'credential-unsuited': {
    status: 422,
    message: 'Klucz SSH pasuje tylko do plików na serwerze, a hasło do skrzynki ustawia sama osoba, która dostaje dostęp.',
  },
  'password-not-generated': {
    status: 422,
    message: 'Do bazy danych potrzebne jest hasło wygenerowane na tej stronie. Wygeneruj je i spróbuj jeszcze raz.',
  },

  // Databases and mailboxes
  'database-name-invalid': {
    status: 422,
    message: 'Użyj tylko małych liter od a do z (bez polskich znaków), cyfr oraz znaków _ i -. Przykład: sklep_2026',
  },
  'database-name-too-long': {
    status: 422,
    message: 'Nazwa bazy razem z początkiem może mieć najwyżej 64 znaki. Skróć ją.',
  },
  'database-exists': { status: 422, message: 'Baza o tej nazwie już jest. Wybierz inną nazwę.' },
  'database-limit': {
    status: 422,
    message: 'Masz już tyle baz, ile mieści się w tej usłudze. Usuń niepotrzebną albo powiększ usługę.',
  },
  'database-quota': {
    status: 422,
    message: 'Na bazy danych tej usługi nie ma już miejsca. Zwolnij je w istniejących bazach albo powiększ usługę.',
  },
  'mailbox-name-invalid': {
    status: 422,
    message:
      'Przed znakiem @ użyj małych liter od a do z (bez polskich znaków) i cyfr; pomiędzy nimi może stać pojedyncza kropka, _ lub -.',
  },
  'mailbox-name-too-long': { status: 422, message: 'Przed znakiem @ mogą stać najwyżej 64 znaki. Skróć nazwę.' },
  'mailbox-exists': { status: 422, message: 'Taka skrzynka już jest. Wybierz inną nazwę.' },
  'mailbox-in-bin': {
    status: 422,
    message: 'Skrzynka o tym adresie leży w koszu. Przywróć ją albo poczekaj, aż zniknie na dobre.',
  },
  'mailbox-unmanaged': {
    status: 422,
    message: 'Ta skrzynka powstała poza Panelem, więc nie da się jej tu zmienić ani usunąć. Napisz do BOK.',
  },
  'mailbox-limit': {
    status: 422,
    message:
      'Masz już tyle skrzynek, ile mieści się w tej usłudze. Liczą się też te w koszu: każda zwalnia miejsce dopiero po 7 dniach. Powiększ usługę albo poczekaj.',
  },
  'mailbox-quota': {
    status: 422,
    message: 'Na pocztę tej usługi nie ma już miejsca. Usuń niepotrzebne wiadomości albo powiększ usługę.',
  },
  'domain-foreign': { status: 422, message: 'Ta domena nie należy do tej usługi. Wybierz domenę z listy.' },
  'name-mismatch': { status: 422, message: 'To nie jest ta nazwa. Przepisz ją dokładnie tak, jak stoi powyżej.' },
  'access-remains': {
    status: 409,
    message:
      'Ktoś ma jeszcze dostęp do bazy lub skrzynki o tej nazwie. Jeśli jest właśnie odbierany, poczekaj chwilę; jeśli nie, odbierz go i spróbuj ponownie.',
  },
  'asset-changing': {
    status: 409,
    message: 'Serwer kończy właśnie poprzednią zmianę. Poczekaj chwilę i spróbuj jeszcze raz.',
  },

  // Panel users, licences, domains
  'panel-user-exists': {
    status: 422,
    message: 'Ta osoba jest już w Panelu albo ma do niego zaproszenie. Zmień jej rolę na liście użytkowników.',
  },
  'own-sign-in': {
    status: 409,
    message: 'To Twoje własne logowanie, a po tej zmianie nie da się jej samemu cofnąć. Poproś o nią innego administratora.',
  },
  'already-panel-user': {
    status: 409,
    message: 'To konto masz już w swoim Panelu. Zaloguj się i wybierz je na liście kont.',
  },
  'sign-in-as-invited': {
    status: 403,
    message:
      'Osoba, do której wysłano to zaproszenie, ma już logowanie. Zaloguj się adresem, na który przyszło, i przyjmij je jeszcze raz.',
  },
  'last-owner': { status: 409, message: 'Konto musi mieć właściciela. Zmienia go tylko cesja.' },
  'seat-held': { status: 422, message: 'Ta osoba ma już licencję tej usługi. Możesz zmienić jej rolę.' },
  'seats-taken': {
    status: 409,
    message: 'Wszystkie kupione licencje są już przydzielone. Odbierz komuś licencję albo dokup następną.',
  },
  'client-number-unknown': {
    status: 422,
    message: 'Nie ma klienta o takim numerze. Poproś tę osobę o numer z jej Panelu albo z faktury.',
  },
  'client-number-own': { status: 422, message: 'To numer Twojego konta. Wpisz numer drugiego klienta.' },
  'domain-delegated': {
    status: 422,
    message: 'Tą domeną zarządza już inny klient albo czeka na jego zgodę. Najpierw odbierz mu zarządzanie.',
  },

  // Records of a domain
  'ttl-out-of-range': { status: 422, message: 'Wpisz liczbę sekund od 60 (minuta) do 604800 (tydzień). Zwykle wystarczy 3600.' },
  'zone-changed': {
    status: 409,
    message: 'Ktoś zmienił w międzyczasie rekordy tej domeny. Sprawdź, co jest teraz, i zatwierdź swoją zmianę jeszcze raz.',
  },
  'zone-same': { status: 422, message: 'Ta zmiana niczego nie zmienia: takie rekordy już są.' },
  'zone-too-large': {
    status: 422,
    message: 'W tej domenie byłoby za dużo rekordów albo byłyby za długie. Usuń niepotrzebne lub podziel je na dwie domeny.',
  },
  'zone-undo-late': {
    status: 409,
    message: 'Te rekordy ktoś już zmienił, więc nie da się po prostu cofnąć tej zmiany. Popraw je ręcznie.',
  },

  // Cession
  'nip-invalid': { status: 422, message: 'Ten NIP się nie zgadza. Ma 10 cyfr, a ostatnia wynika z poprzednich: sprawdź każdą.' },
  'regon-invalid': { status: 422, message: 'Ten REGON się nie zgadza. Ma 9 albo 14 cyfr: sprawdź każdą albo zostaw puste pole.' },
  'postcode-invalid': { status: 422, message: 'Kod pocztowy ma pięć cyfr z kreską, na przykład 70-001.' },
  'cession-blocked': {
    status: 409,
    message: 'Na tym koncie cesja jest zablokowana. Właściciel może zdjąć blokadę; przestaje ona działać po 24 godzinach.',
  },
  'cession-under-way': { status: 409, message: 'Taka cesja już trwa. Dokończ ją albo odwołaj, zanim zaczniesz następną.' },
  'cession-over': { status: 409, message: 'Ta cesja już się zakończyła, więc nic się w niej nie zmieni.' },
  'cession-changed': {
    status: 409,
    message:
      'Coś się w międzyczasie zmieniło, na przykład przybył dostęp. Nic nie zostało przekazane. Sprawdź listę i potwierdź jeszcze raz.',
  },
  'cession-undecided': {
    status: 409,
    message:
      'Nie o każdym dostępie jest już postanowione, czy zostaje. Potwierdzenie będzie możliwe, gdy na liście nie zostanie żaden taki.',
  },
  'cession-not-accepted': { status: 409, message: 'Druga strona nie podała jeszcze swoich danych. Poczekaj, aż to zrobi.' },
  'cession-account-needed': {
    status: 403,
    message:
      'Domenę przejmuje konto klienta. Zaloguj się jako właściciel swojego konta – innego niż to, z którego domena odchodzi.',
  },
  'cession-must-end': { status: 422, message: 'To kończy się zawsze, więc nie może zostać.' },

  // Files
  'files-not-served': {
    status: 422,
    message: 'Na tym serwerze nie ma jeszcze WebFTP. Skorzystaj z programu FTP albo napisz do BOK.',
  },

  // Everybody's access at once
  'nothing-to-take-back': { status: 409, message: 'Ta osoba nie ma już żadnego dostępu, więc nie ma czego odbierać.' },
  'nothing-to-review': { status: 409, message: 'Nikt nie ma teraz dostępu, więc nie ma czego przeglądać.' },

  // Help by people
  'attachment-too-large': { status: 422, message: 'Ten plik jest za duży. Załącznik może mieć najwyżej 2 MB.' },
  'attachments-too-many': { status: 422, message: 'Dołącz najwyżej trzy pliki.' },
  'attachment-invalid': {
    status: 422,
    message: 'Takiego pliku nie da się dołączyć. Może to być obraz, PDF, zwykły tekst albo ZIP.',
  },
  'case-changed': {
    status: 409,
    message:
      'W tej sprawie coś się w międzyczasie zmieniło. Przeczytaj, co jest teraz, i spróbuj jeszcze raz. Twój tekst został zachowany.',
  },
  'case-not-yours': { status: 409, message: 'Tę sprawę prowadzi ktoś inny. Poproś o jej przekazanie.' },
  'case-closed': { status: 409, message: 'Ta sprawa jest już zamknięta.' },
  'case-full': {
    status: 409,
    message: 'Ta rozmowa jest już bardzo długa i nic więcej się w niej nie zmieści. Otwórz nową sprawę i podaj w niej numer tej.',
  },
  'case-files-full': {
    status: 409,
    message: 'W tej rozmowie jest już 30 plików i więcej się nie zmieści. Wyślij wiadomość bez plików albo otwórz nową sprawę.',
  },
  'cases-too-many': {
    status: 409,
    message: 'Na tym koncie jest już 20 otwartych spraw. Dopisz się do jednej z nich albo zamknij te, które są załatwione.',
  },
  'setting-form-invalid': {
    status: 404,
    message: 'Ten link nie prowadzi do żadnego formularza. Sprawdź, czy został skopiowany w całości, albo poproś o nowy.',
  },
  'setting-request-over': { status: 409, message: 'Ta prośba o zmianę jest już zakończona.' },
  'setting-sent-often': {
    status: 429,
    message:
      'Ten link poszedł już kilka razy. Zanim wyślesz następny, odczekaj: najpierw 10 minut, potem za każdym razem dłużej. Jeśli to pilne, zadzwoń do tej osoby.',
  },
  'settings-asked-often': {
    status: 429,
    message:
      'Z tego konta poszło w ciągu ostatniej doby 20 pytań o ustawienia. Następne wyślij później albo zadzwoń do tej osoby.',
  },

  // Invitations
  'invitation-invalid': {
    status: 404,
    message: 'Ten link nie prowadzi do żadnego zaproszenia. Sprawdź, czy został skopiowany w całości.',
  },
  'invitation-used': { status: 410, message: 'To zaproszenie zostało już przyjęte.' },
  'invitation-expired': { status: 410, message: 'To zaproszenie wygasło. Poproś o nowe osobę, która je wysłała.' },
  'invitation-void': { status: 410, message: 'To zaproszenie zostało wycofane. Zapytaj osobę, która je wysłała.' },

  // Hosts and agents
  'name-taken': {
    status: 409,
    message: 'Serwer o tej nazwie jest już przyłączony. Wybierz inną nazwę albo utwórz dla niego nowy kod przyłączenia.',
  },
  'enrolment-invalid': { status: 403, message: 'Kod przyłączenia serwera jest nieważny lub został już użyty.' },
} as const satisfies Record<string, { status: number; message: string }>;

/** A stable, documented refusal code; see {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/** All codes, for schemas and exhaustive tests. */
export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];
