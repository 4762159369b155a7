// Written by `npm run wizards` from the YAML files beside it. Change those.
import type { Flow } from '../wizard-engine/index.ts';

export const FLOWS: readonly Flow[] = [
 {
  "id": "baza-danych",
  "routing": {
   "start": "praca",
   "questions": {
    "praca": {
     "przegladac": "jak-dlugo",
     "zmieniac": "baza-zapis",
     "budowa": "baza-pelny",
     "strona": "podlacz-strone",
     "zalozyc": "zaloz-baze",
     "bez-obcych": "zlecenie",
     "nie-wiem": "zapytaj",
     "inne": "bok"
    },
    "jak-dlugo": {
     "raz": "wyslij-kopie",
     "dluzej": "baza-odczyt",
     "nie-wiem": "zapytaj"
    }
   }
  },
  "policy": {
   "questions": {
    "praca": {
     "rules": [
      "R9",
      "R12",
      "R13",
      "R15"
     ]
    },
    "jak-dlugo": {
     "rules": [
      "R9",
      "R13"
     ]
    }
   },
   "outcomes": {
    "baza-odczyt": {
     "kind": "grant",
     "intent": {
      "kind": "database",
      "access": "read",
      "days": 7
     },
     "rules": [
      "R9",
      "R13"
     ]
    },
    "baza-zapis": {
     "kind": "grant",
     "intent": {
      "kind": "database",
      "access": "write",
      "days": 7
     },
     "rules": [
      "R9",
      "R12",
      "R13"
     ]
    },
    "baza-pelny": {
     "kind": "grant",
     "intent": {
      "kind": "database",
      "access": "full",
      "days": 7
     },
     "rules": [
      "R9",
      "R12",
      "R13"
     ]
    },
    "wyslij-kopie": {
     "kind": "own-act",
     "rules": [
      "R9",
      "R13"
     ]
    },
    "podlacz-strone": {
     "kind": "own-act",
     "rules": [
      "R9",
      "R13",
      "R14"
     ]
    },
    "zaloz-baze": {
     "kind": "own-act",
     "rules": [
      "R9"
     ]
    },
    "zlecenie": {
     "kind": "order",
     "rules": [
      "R12"
     ]
    },
    "zapytaj": {
     "kind": "own-act",
     "rules": [
      "R13",
      "R15"
     ]
    },
    "bok": {
     "kind": "support",
     "rules": [
      "R15"
     ]
    }
   },
   "narrowestFirst": {
    "praca": [
     "przegladac",
     "zmieniac",
     "budowa"
    ],
    "jak-dlugo": [
     "raz",
     "dluzej"
    ]
   }
  },
  "words": {
   "title": "Ktoś potrzebuje mojej bazy danych",
   "lead": "Baza danych przechowuje treść strony lub sklepu. Po jednym lub dwóch pytaniach zobaczysz najmniejszy dostęp, który wystarczy.",
   "questions": {
    "praca": {
     "ask": "Co ta osoba ma zrobić?",
     "short": "Praca",
     "help": "Każda osoba dostaje własną nazwę i własne hasło do jednej bazy. Hasła strony nikomu nie podajesz.",
     "options": {
      "przegladac": {
       "label": "Przejrzeć dane",
       "means": "Na przykład sprawdzić zamówienia. Niczego nie zmieni, a czasem wystarczy wysłać kopię."
      },
      "zmieniac": {
       "label": "Poprawić dane",
       "means": "Na przykład zmienić ceny. Może też dodawać i usuwać wiersze w tabelach."
      },
      "budowa": {
       "label": "Zmienić budowę tabel",
       "means": "Na przykład przenieść sklep albo dodać kolumnę. To pełny dostęp do jednej bazy."
      },
      "strona": {
       "label": "Podłączyć do bazy stronę lub sklep",
       "means": "Strona łączy się hasłem bazy, a nie dostępem dla osoby. Pokażemy, skąd je wziąć."
      },
      "zalozyc": {
       "label": "Założyć albo usunąć bazę",
       "means": "Zajmie Ci to chwilę w Panelu. Nikt nie dostaje dostępu."
      },
      "bez-obcych": {
       "label": "Wolę nikogo nie wpuszczać",
       "means": "Pracę mogą wykonać nasi administratorzy, odpłatnie. Nikomu nie podajesz haseł."
      },
      "nie-wiem": {
       "label": "Nie wiem, co będzie robić",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      },
      "inne": {
       "label": "Coś innego",
       "means": "Napiszesz do Biura Obsługi Klienta (BOK), a my podpowiemy, co dalej.",
       "aside": true
      }
     }
    },
    "jak-dlugo": {
     "ask": "Wystarczy raz czy ma zaglądać częściej?",
     "short": "Jak długo",
     "options": {
      "raz": {
       "label": "Wystarczy raz",
       "means": "Wyślesz kopię potrzebnych danych. Nikt nie dostaje dostępu."
      },
      "dluzej": {
       "label": "Ma zaglądać przez jakiś czas",
       "means": "Dostanie dostęp tylko do czytania, do wybranego dnia."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    }
   },
   "outcomes": {
    "baza-odczyt": {
     "title": "Wystarczy odczyt tej jednej bazy",
     "lead": "Osoba dostanie własną nazwę użytkownika i własne hasło. Otworzy nimi tylko bazę, którą wskażesz – w phpMyAdmin, czyli na stronie do pracy na bazach danych.",
     "can": [
      "Przeglądać i przeszukiwać wszystkie dane w tej bazie.",
      "Pobrać ich kopię."
     ],
     "cannot": [
      "Zmieniać, dodawać ani usuwać danych.",
      "Zobaczyć innych baz, plików, poczty ani Panelu klienta.",
      "Poznać hasła, którym z bazą łączy się strona."
     ],
     "whyNotLess": "To najmniejszy dostęp do bazy. Mniej znaczy tylko jedno – wysłać kopię danych bez dawania dostępu.",
     "risk": "W bazie bywają dane Twoich klientów. Kto je widzi, może je też skopiować, a tego już nie cofniesz.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Hasła strony nie trzeba zmieniać.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Wolę wysłać kopię bez dawania dostępu",
       "answers": {
        "praca": "przegladac",
        "jak-dlugo": "raz"
       }
      },
      {
       "label": "Jak działa dostęp do bazy danych",
       "href": "/poradniki/dostep-do-bazy-danych/"
      }
     ]
    },
    "baza-zapis": {
     "title": "Wystarczy czytać i zmieniać dane w jednej bazie",
     "lead": "Osoba dostanie własną nazwę użytkownika i własne hasło. Otworzy nimi tylko bazę, którą wskażesz – w phpMyAdmin, czyli na stronie do pracy na bazach danych.",
     "can": [
      "Przeglądać i przeszukiwać wszystkie dane w tej bazie, a także pobrać ich kopię.",
      "Dodawać, zmieniać i usuwać dane w tabelach, które już są."
     ],
     "cannot": [
      "Zakładać, zmieniać ani usuwać całych tabel.",
      "Zobaczyć innych baz, plików, poczty ani Panelu klienta.",
      "Poznać hasła, którym z bazą łączy się strona."
     ],
     "whyNotLess": "Mniejszy dostęp pozwala tylko czytać. Do poprawiania danych to za mało.",
     "risk": "Jedno błędne polecenie może zmienić lub skasować wszystkie zamówienia naraz. W bazie bywają też dane Twoich klientów. Przed pracą zrób kopię bazy.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w danych zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy czytać",
       "answers": {
        "praca": "przegladac",
        "jak-dlugo": "dluzej"
       }
      },
      {
       "label": "Nie znam dobrze tej osoby – wolę zlecić pracę Wam",
       "answers": {
        "praca": "bez-obcych"
       }
      },
      {
       "label": "Jak działa dostęp do bazy danych",
       "href": "/poradniki/dostep-do-bazy-danych/"
      }
     ]
    },
    "baza-pelny": {
     "title": "Pełny dostęp do jednej bazy",
     "lead": "Osoba dostanie własną nazwę użytkownika i własne hasło. Zmieni nimi dane i budowę tabel w bazie, którą wskażesz – w phpMyAdmin, czyli na stronie do pracy na bazach danych.",
     "can": [
      "Przeglądać, pobierać, dodawać, zmieniać i usuwać wszystkie dane w tej bazie.",
      "Zakładać, zmieniać i usuwać tabele.",
      "Wczytać kopię bazy z pliku."
     ],
     "cannot": [
      "Zobaczyć innych baz, plików, poczty ani Panelu klienta.",
      "Wpuścić do bazy kolejnych osób.",
      "Poznać hasła, którym z bazą łączy się strona."
     ],
     "whyNotLess": "Mniejszy dostęp zmienia tylko dane w tabelach, które już są. Do przeniesienia lub rozbudowy bazy to za mało.",
     "risk": "Tym dostępem można skasować całą bazę, a wtedy strona przestanie działać. W bazie bywają też dane Twoich klientów. Przed pracą zrób jej kopię.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w bazie zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy zmieniać dane, bez budowy tabel",
       "answers": {
        "praca": "zmieniac"
       }
      },
      {
       "label": "Jednak wystarczy czytać",
       "answers": {
        "praca": "przegladac",
        "jak-dlugo": "dluzej"
       }
      },
      {
       "label": "Nie znam dobrze tej osoby – wolę zlecić pracę Wam",
       "answers": {
        "praca": "bez-obcych"
       }
      },
      {
       "label": "Jak działa dostęp do bazy danych",
       "href": "/poradniki/dostep-do-bazy-danych/"
      }
     ]
    },
    "wyslij-kopie": {
     "title": "Wyślij kopię – bez dawania dostępu",
     "lead": "Skoro dane potrzebne są raz, wystarczy plik. Zrobisz go w phpMyAdmin, czyli na stronie do pracy na bazach danych.",
     "can": [
      "Osoba dostanie tylko te tabele, które wyślesz."
     ],
     "cannot": [
      "Nie połączy się z bazą i nie zobaczy nic więcej ani niczego nowego."
     ],
     "risk": "W pliku mogą być dane Twoich klientów. Wyślij tylko potrzebne tabele, a plik po wysłaniu usuń.",
     "steps": [
      "Nie masz własnego dostępu do bazy? Nadaj go sobie, tylko do czytania, i wybierz „Pokaż mi dane raz”.",
      "Zaloguj się do phpMyAdmin i wybierz bazę.",
      "Zaznacz potrzebne tabele i wybierz „Eksport”.",
      "Wyślij plik tej osobie. Jeśli są w nim dane klientów, zabezpiecz go hasłem i podaj je inną drogą."
     ],
     "nextSteps": [
      {
       "label": "Osoba ma zaglądać częściej – daję dostęp do czytania",
       "answers": {
        "praca": "przegladac",
        "jak-dlugo": "dluzej"
       }
      },
      {
       "label": "Otwórz moje bazy danych",
       "href": "/panel/bazy/"
      }
     ]
    },
    "podlacz-strone": {
     "title": "Stronę podłącza się hasłem bazy",
     "lead": "Dostęp nadawany tutaj jest dla ludzi. Ma datę końca i dopuszcza tylko kilka połączeń naraz, więc strona lub sklep by się na nim zacinały.",
     "can": [
      "Strona połączy się z bazą nazwą i hasłem bazy z Panelu klienta, bez daty końca."
     ],
     "cannot": [
      "Osoba, która podłącza stronę, nie wejdzie do Panelu. Nie jest jej do tego potrzebny."
     ],
     "risk": "Hasło bazy trafi do pliku konfiguracji strony. Odczyta je każdy, kto ma dostęp do tych plików.",
     "takeBack": "Ustaw w Panelu klienta nowe hasło bazy i wpisz je w konfiguracji strony.",
     "steps": [
      "Zaloguj się do Panelu klienta, przejdź do swojego serwera i otwórz listę baz danych.",
      "Ustaw hasło bazy i zapisz jej nazwę, hasło i adres serwera. Nie widzisz, gdzie je ustawić? Zapytaj BOK.",
      "Wpisz te dane w konfiguracji strony. Robi to za Ciebie ktoś inny? Podaj mu hasło przez telefon, nie e-mailem."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Ktoś ma jeszcze pracować na tej bazie – daję dostęp tej osobie",
       "answers": {
        "praca": "budowa"
       }
      },
      {
       "label": "Najpierw muszę założyć bazę",
       "answers": {
        "praca": "zalozyc"
       }
      }
     ]
    },
    "zaloz-baze": {
     "title": "Zrobisz to w Panelu w chwilę",
     "lead": "Bazy zakładasz i usuwasz na stronie „Bazy danych”. Nikt inny nie potrzebuje do tego dostępu.",
     "can": [],
     "cannot": [
      "Nikt nie dostaje do tego dostępu ani hasła."
     ],
     "risk": "Usuniętej bazy nie da się przywrócić. Razem z nią znikają wszystkie dane i wszystkie dostępy do niej.",
     "steps": [
      "Otwórz stronę „Bazy danych”.",
      "Wybierz „Nowa baza” i wpisz nazwę albo przy istniejącej wybierz „Usuń bazę”.",
      "Do nowej bazy nadaj dostęp osobie, która ma na niej pracować."
     ],
     "nextSteps": [
      {
       "label": "Otwórz moje bazy danych",
       "href": "/panel/bazy/"
      },
      {
       "label": "Baza jest dla nowej strony – jak ją podłączyć?",
       "answers": {
        "praca": "strona"
       }
      }
     ]
    },
    "zlecenie": {
     "title": "Zleć pracę naszym administratorom",
     "lead": "Usługi informatyczne to praca naszych administratorów na Twoich plikach i bazach danych. Nikogo z zewnątrz nie wpuszczasz, a dane zostają na miejscu.",
     "can": [
      "Nasi administratorzy wykonają na bazie opisane przez Ciebie zadanie."
     ],
     "cannot": [
      "Nikt z zewnątrz nie dostaje hasła ani dostępu."
     ],
     "steps": [
      "Opisz, co trzeba zrobić i w której bazie. Swoje odpowiedzi z kreatora znajdziesz już w wiadomości.",
      "Poczekaj na odpowiedź z ceną i terminem.",
      "Zdecyduj, czy zlecasz pracę."
     ],
     "nextSteps": [
      {
       "label": "Jednak dam dostęp do danych",
       "answers": {
        "praca": "zmieniac"
       }
      }
     ]
    },
    "zapytaj": {
     "title": "Zapytaj, co będzie robić w bazie",
     "lead": "Wyślij tę wiadomość. Jeśli praca ma ruszyć od razu, zacznij od dostępu do czytania – zakres zmienisz w każdej chwili.",
     "can": [],
     "cannot": [],
     "risk": "Nie dawaj pełnego dostępu na wszelki wypadek. Łatwiej go później poszerzyć niż odtworzyć skasowane dane.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i wybierz, co ta osoba ma zrobić."
     ],
     "message": {
      "subject": "Co chcesz zrobić w bazie danych?",
      "body": "Cześć,\n\nchcę dać Ci dostęp do bazy danych, ale tylko taki, jaki jest potrzebny. Napisz mi, proszę:\n\n1. Do której bazy, czyli której strony lub sklepu?\n2. Chcesz tylko przejrzeć dane, poprawić je czy zmienić budowę tabel?\n3. Wystarczy, że wyślę kopię?\n4. Do kiedy potrzebujesz dostępu?\n\nPotem dostaniesz zaproszenie z własną nazwą i własnym hasłem. Moich nie potrzebujesz."
     },
     "nextSteps": [
      {
       "label": "Na razie tylko czytanie",
       "answers": {
        "praca": "przegladac",
        "jak-dlugo": "dluzej"
       }
      },
      {
       "label": "Mam odpowiedź – poprawi dane",
       "answers": {
        "praca": "zmieniac"
       }
      },
      {
       "label": "Mam odpowiedź – zmieni budowę tabel",
       "answers": {
        "praca": "budowa"
       }
      }
     ]
    },
    "bok": {
     "title": "Napisz do nas",
     "lead": "Biuro Obsługi Klienta (BOK) podpowie Ci najmniejszy dostęp, który wystarczy. Twoje odpowiedzi z kreatora są już w wiadomości.",
     "can": [],
     "cannot": [],
     "steps": [
      "Opisz własnymi słowami, co ktoś ma zrobić z bazą.",
      "Jeśli przyszła od tej osoby wiadomość, wklej jej treść.",
      "Nie wysyłaj haseł. Nie są nam potrzebne."
     ],
     "nextSteps": [
      {
       "label": "Wolę od razu zlecić pracę Wam",
       "answers": {
        "praca": "bez-obcych"
       }
      }
     ]
    }
   }
  }
 },
 {
  "id": "domena",
  "routing": {
   "start": "co",
   "questions": {
    "co": {
     "jedna-zmiana": "wpisz-zmiane",
     "zarzadzac": "klient",
     "na-zawsze": "cesja",
     "nie-wiem": "zapytaj",
     "inne": "bok"
    },
    "klient": {
     "tak": "przekaz",
     "nie": "jeszcze-nie-klient",
     "nie-wiem": "zapytaj-o-numer"
    }
   }
  },
  "policy": {
   "questions": {
    "co": {
     "rules": [
      "R6",
      "R7",
      "R11",
      "R15"
     ]
    },
    "klient": {
     "rules": [
      "R6"
     ]
    }
   },
   "outcomes": {
    "wpisz-zmiane": {
     "kind": "own-act",
     "rules": [
      "R11",
      "R13"
     ]
    },
    "przekaz": {
     "kind": "own-act",
     "rules": [
      "R6",
      "R13"
     ]
    },
    "jeszcze-nie-klient": {
     "kind": "own-act",
     "rules": [
      "R6",
      "R11"
     ]
    },
    "cesja": {
     "kind": "guide",
     "rules": [
      "R7"
     ]
    },
    "zapytaj": {
     "kind": "own-act",
     "rules": [
      "R6",
      "R13",
      "R15"
     ]
    },
    "zapytaj-o-numer": {
     "kind": "own-act",
     "rules": [
      "R6",
      "R15"
     ]
    },
    "bok": {
     "kind": "support",
     "rules": [
      "R15"
     ]
    }
   },
   "narrowestFirst": {
    "co": [
     "jedna-zmiana",
     "zarzadzac",
     "na-zawsze"
    ]
   }
  },
  "words": {
   "title": "Ktoś ma się zająć moją domeną",
   "lead": "Ma nią tylko zarządzać czy dostać ją na zawsze? To dwie różne drogi. Po jednym lub dwóch pytaniach wskażemy właściwą.",
   "questions": {
    "co": {
     "ask": "Co ma się stać z domeną?",
     "short": "Co z domeną",
     "help": "Rekordy DNS to wpisy, które mówią, gdzie jest strona i dokąd trafia poczta.",
     "options": {
      "jedna-zmiana": {
       "label": "Trzeba wpisać jedną lub kilka zmian w DNS",
       "means": "Zrobisz to w kilka minut według wskazówek. Nikt nie dostaje dostępu."
      },
      "zarzadzac": {
       "label": "Ktoś ma ją ustawiać, ale domena zostaje moja",
       "means": "Przekażesz samo zarządzanie. Odbierzesz je, kiedy zechcesz."
      },
      "na-zawsze": {
       "label": "Ma należeć do kogoś innego – na zawsze",
       "means": "To cesja. Biorą w niej udział obie strony i żadna nie cofnie jej sama."
      },
      "nie-wiem": {
       "label": "Nie wiem, czego ta osoba potrzebuje",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      },
      "inne": {
       "label": "Coś innego",
       "means": "Napiszesz do Biura Obsługi Klienta (BOK), a my podpowiemy, co dalej.",
       "aside": true
      }
     }
    },
    "klient": {
     "ask": "Czy ta osoba lub firma jest już naszym klientem?",
     "short": "Nasz klient",
     "help": "Domeną zarządza się we własnym Panelu, więc potrzebne jest własne konto klienta.",
     "options": {
      "tak": {
       "label": "Tak",
       "means": "Wystarczy jej numer klienta. Znajdzie go u siebie na stronie „Domeny” i na fakturze."
      },
      "nie": {
       "label": "Nie",
       "means": "Pokażemy, co możesz zrobić już teraz, bez dawania dostępu."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie o numer klienta.",
       "aside": true
      }
     }
    }
   },
   "outcomes": {
    "wpisz-zmiane": {
     "title": "Wpisz zmianę samodzielnie, według wskazówek",
     "lead": "Do kilku wpisów nie trzeba nikogo wpuszczać. Poproś o gotowe wartości i przepisz je w Panelu. Zanim je zapiszesz, zobaczysz, co było i co będzie.",
     "can": [
      "Cofnąć każdą zmianę jednym przyciskiem.",
      "Zobaczyć ostrzeżenie, gdy wpis zepsułby pocztę albo stronę."
     ],
     "cannot": [
      "Nikt inny nie dostaje dostępu do domeny ani do konta."
     ],
     "risk": "Zły wpis może wyłączyć stronę albo pocztę. Przed większą zmianą pobierz plik z rekordami.",
     "steps": [
      "Wyślij wiadomość, którą masz poniżej.",
      "Otwórz stronę „Domeny” i przy swojej domenie wybierz „Rekordy DNS”.",
      "Dodaj albo zmień rekordy, a potem wybierz „Sprawdź zmianę”.",
      "Porównaj, co było i co będzie, i zapisz."
     ],
     "message": {
      "subject": "Jakie rekordy DNS mam wpisać?",
      "body": "Cześć,\n\nrekordy DNS swojej domeny wpisuję w Panelu bez pośredników. Przyślij mi, proszę, gotowe wartości. Przy każdej napisz:\n\n1. Dodać, zmienić czy usunąć?\n2. Typ, na przykład A, CNAME, MX albo TXT.\n3. Nazwa, na przykład www albo sama domena.\n4. Wartość, najlepiej do skopiowania.\n\nNapisz też, po czym poznamy, że działa."
     },
     "nextSteps": [
      {
       "label": "Otwórz domeny",
       "href": "/panel/domeny/"
      },
      {
       "label": "Co znaczą rekordy",
       "href": "/poradniki/rekordy-dns/"
      },
      {
       "label": "Takich zmian będzie dużo – niech ktoś je robi",
       "answers": {
        "co": "zarzadzac"
       }
      }
     ]
    },
    "przekaz": {
     "title": "Przekaż zarządzanie domeną",
     "lead": "Drugi klient będzie ustawiać rekordy DNS Twojej domeny we własnym Panelu. Domena, umowa i logowanie do konta zostają Twoje.",
     "can": [
      "Zobaczyć i zmieniać rekordy DNS tej jednej domeny.",
      "Wczytać je z pliku, pobrać i cofnąć swoje zmiany."
     ],
     "cannot": [
      "Przepisać domeny na siebie ani zmienić danych abonenta.",
      "Przekazać zarządzania dalej.",
      "Zobaczyć innych domen, plików, poczty ani faktur."
     ],
     "whyNotLess": "Mniej to pojedyncze zmiany, które wpisujesz według wskazówek. Przy częstych zmianach to za wolne.",
     "risk": "Kto ustawia DNS, może skierować stronę i pocztę gdzie indziej. Każdą zmianę zobaczysz w historii – razem z tym, kto ją zrobił.",
     "takeBack": "Zarządzanie skończy się w wybranym dniu. Wcześniej odbierzesz je na stronie „Domeny”, od razu. Rekordy zostaną takie, jakie są.",
     "steps": [
      "Poproś tę osobę o jej numer klienta.",
      "Otwórz stronę „Domeny” i wybierz „Przekaż zarządzanie”.",
      "Wpisz numer klienta i datę końca. Poprosimy o Twoje hasło.",
      "Poczekaj, aż druga strona przyjmie propozycję w swoim Panelu."
     ],
     "nextSteps": [
      {
       "label": "Otwórz domeny",
       "href": "/panel/domeny/"
      },
      {
       "label": "Jak to działa krok po kroku",
       "href": "/poradniki/domena-dla-innego-klienta/"
      },
      {
       "label": "To tylko kilka zmian – wpiszę je według wskazówek",
       "answers": {
        "co": "jedna-zmiana"
       }
      },
      {
       "label": "Jednak na zawsze",
       "answers": {
        "co": "na-zawsze"
       }
      }
     ]
    },
    "jeszcze-nie-klient": {
     "title": "Zarządzać domeną może tylko nasz klient",
     "lead": "Kto nie ma u nas konta klienta, nie ma też Panelu, w którym ustawia się domenę. Są dwie drogi.",
     "can": [
      "Wpisać zmiany według wskazówek tej osoby, bez dawania jej dostępu.",
      "Poczekać, aż ta osoba założy własne konto klienta, i wtedy przekazać jej zarządzanie."
     ],
     "cannot": [
      "Przekazać zarządzania na sam adres e-mail."
     ],
     "risk": "Nie podawaj z tego powodu hasła do swojego konta. Otwiera ono wszystko i nie ma daty końca.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Wpiszę zmiany według wskazówek",
       "answers": {
        "co": "jedna-zmiana"
       }
      },
      {
       "label": "Ta osoba ma już konto klienta",
       "answers": {
        "klient": "tak"
       }
      },
      {
       "label": "Zapytaj BOK o konto klienta dla tej osoby",
       "href": "/pomoc/"
      }
     ]
    },
    "cesja": {
     "title": "Domena na zawsze to cesja",
     "lead": "Cesja domeny zmienia jej właściciela. Ty zaczynasz, druga strona przyjmuje domenę na swoje konto klienta i obie potwierdzają. Jedna strona sama tego nie cofnie.",
     "can": [],
     "cannot": [],
     "steps": [],
     "nextSteps": [
      {
       "label": "Jak przebiega cesja domeny",
       "href": "/poradniki/cesja-domeny/"
      },
      {
       "label": "Jednak tylko zarządzanie – domena zostaje moja",
       "answers": {
        "co": "zarzadzac",
        "klient": null
       }
      }
     ]
    },
    "zapytaj": {
     "title": "Zapytaj, do czego potrzebna jest domena",
     "lead": "Nie dawaj niczego na zapas. Wyślij tę wiadomość, a z odpowiedzią wróć do pytań.",
     "can": [],
     "cannot": [],
     "risk": "Jeśli w odpowiedzi ktoś poprosi o kod do przeniesienia domeny, zatrzymaj się. Taki kod pozwala zabrać domenę na zawsze.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i wybierz, co ma się stać."
     ],
     "message": {
      "subject": "Czego potrzebujesz od naszej domeny?",
      "body": "Cześć,\n\nchcę pomóc z domeną, ale tylko tyle, ile trzeba. Napisz mi, proszę:\n\n1. Co ma się zmienić: strona, poczta czy coś jeszcze?\n2. To jednorazowa zmiana czy będziesz robić je często?\n3. Jeśli często: czy masz konto klienta w firmie, w której jest nasza domena, i jaki ma numer?\n\nMojego hasła do tego nie potrzebujesz."
     },
     "nextSteps": [
      {
       "label": "Mam odpowiedź – kilka zmian",
       "answers": {
        "co": "jedna-zmiana"
       }
      },
      {
       "label": "Mam odpowiedź – stałe zarządzanie",
       "answers": {
        "co": "zarzadzac",
        "klient": null
       }
      }
     ]
    },
    "zapytaj-o-numer": {
     "title": "Zapytaj o numer klienta",
     "lead": "Numer klienta mówi dwie rzeczy naraz – że ta osoba jest naszym klientem i na które konto przekazać zarządzanie.",
     "can": [],
     "cannot": [],
     "steps": [
      "Wyślij wiadomość.",
      "Gdy dostaniesz numer, otwórz stronę „Domeny” i wybierz „Przekaż zarządzanie”."
     ],
     "message": {
      "subject": "Jaki masz numer klienta?",
      "body": "Cześć,\n\nchcę przekazać Ci zarządzanie naszą domeną. Do tego potrzebuję Twojego numeru klienta w tej samej firmie.\n\nZnajdziesz go w swoim Panelu na stronie „Domeny” albo na fakturze. Hasła nie przysyłaj.\n\nJeśli nie masz tam konta, też napisz. Wpiszę wtedy zmiany według Twoich wskazówek."
     },
     "nextSteps": [
      {
       "label": "Mam numer",
       "answers": {
        "klient": "tak"
       }
      },
      {
       "label": "Ta osoba nie jest klientem",
       "answers": {
        "klient": "nie"
       }
      }
     ]
    },
    "bok": {
     "title": "Napisz do nas",
     "lead": "Biuro Obsługi Klienta (BOK) podpowie, co zrobić z domeną.",
     "can": [],
     "cannot": [],
     "steps": [
      "Napisz, o którą domenę chodzi i co ma się z nią stać.",
      "Jeśli przyszła w tej sprawie wiadomość, wklej jej treść.",
      "Nie wysyłaj haseł ani kodów do przeniesienia domeny. Nie są nam potrzebne."
     ],
     "nextSteps": []
    }
   }
  }
 },
 {
  "id": "informatyk",
  "routing": {
   "start": "zadanie",
   "questions": {
    "zadanie": {
     "pliki": "zakres",
     "baza": "prawo-do-bazy",
     "poczta": "sprawa-poczty",
     "ustawienia": "kto-zmieni",
     "panel": "cel-w-panelu",
     "bez-obcych": "zlecenie",
     "nie-wiem": "zapytaj",
     "inne": "bok"
    },
    "zakres": {
     "przesle": "przeslij-pliki",
     "katalog": "prawo",
     "caly-serwer": "prawo",
     "nie-wiem": "zapytaj-o-pliki"
    },
    "prawo": {
     "odczyt": [
      {
       "when": {
        "zakres": "katalog"
       },
       "to": "ftp-katalog-odczyt"
      },
      {
       "to": "ftp-serwer-odczyt"
      }
     ],
     "zapis": [
      {
       "when": {
        "zakres": "katalog"
       },
       "to": "ftp-katalog-zapis"
      },
      {
       "to": "ftp-serwer-zapis"
      }
     ],
     "nie-wiem": "zapytaj-o-pliki"
    },
    "sprawa-poczty": {
     "ustawic": "poczta-ustawienie",
     "czytac": "prawo-do-skrzynki",
     "zarzadzac": "poczta-w-panelu",
     "nie-wiem": "zapytaj"
    },
    "prawo-do-bazy": {
     "odczyt": "baza-odczyt",
     "zapis": "baza-zapis",
     "pelny": "baza-pelny",
     "nie-wiem": "zapytaj-o-baze"
    },
    "prawo-do-skrzynki": {
     "odczyt": "skrzynka-odczyt",
     "zapis": "skrzynka-zapis",
     "nie-wiem": "zapytaj"
    },
    "kto-zmieni": {
     "ja": "zmien-ustawienia",
     "w-plikach": "zakres",
     "administratorzy": "zlecenie",
     "informatyk": "administrator",
     "nie-wiem": "zmien-ustawienia"
    },
    "cel-w-panelu": {
     "pliki": "zakres",
     "baza": "prawo-do-bazy",
     "jedna-usluga": "jedna-usluga",
     "cale-konto": "administrator",
     "nie-wiem": "zapytaj"
    }
   }
  },
  "policy": {
   "questions": {
    "zadanie": {
     "rules": [
      "R1",
      "R8",
      "R9",
      "R10",
      "R11",
      "R12",
      "R15"
     ]
    },
    "zakres": {
     "rules": [
      "R8",
      "R13"
     ]
    },
    "prawo": {
     "rules": [
      "R8",
      "R13"
     ]
    },
    "sprawa-poczty": {
     "rules": [
      "R10"
     ]
    },
    "prawo-do-bazy": {
     "rules": [
      "R9",
      "R13"
     ]
    },
    "prawo-do-skrzynki": {
     "rules": [
      "R10",
      "R13"
     ]
    },
    "kto-zmieni": {
     "rules": [
      "R1",
      "R11",
      "R12"
     ]
    },
    "cel-w-panelu": {
     "rules": [
      "R1",
      "R3",
      "R8",
      "R9",
      "R13"
     ]
    }
   },
   "outcomes": {
    "ftp-katalog-odczyt": {
     "kind": "grant",
     "intent": {
      "kind": "ftp",
      "area": "directory",
      "access": "read",
      "days": 7
     },
     "rules": [
      "R8",
      "R11",
      "R13"
     ]
    },
    "ftp-katalog-zapis": {
     "kind": "grant",
     "intent": {
      "kind": "ftp",
      "area": "directory",
      "access": "write",
      "days": 7
     },
     "rules": [
      "R8",
      "R11",
      "R12",
      "R13"
     ]
    },
    "ftp-serwer-odczyt": {
     "kind": "grant",
     "intent": {
      "kind": "ftp",
      "area": "tree",
      "access": "read",
      "days": 7
     },
     "rules": [
      "R8",
      "R11",
      "R12",
      "R13"
     ]
    },
    "ftp-serwer-zapis": {
     "kind": "grant",
     "intent": {
      "kind": "ftp",
      "area": "tree",
      "access": "write",
      "days": 7
     },
     "rules": [
      "R8",
      "R11",
      "R12",
      "R13"
     ]
    },
    "przeslij-pliki": {
     "kind": "own-act",
     "rules": [
      "R8",
      "R14"
     ]
    },
    "baza-odczyt": {
     "kind": "grant",
     "intent": {
      "kind": "database",
      "access": "read",
      "days": 7
     },
     "rules": [
      "R9",
      "R13"
     ]
    },
    "baza-zapis": {
     "kind": "grant",
     "intent": {
      "kind": "database",
      "access": "write",
      "days": 7
     },
     "rules": [
      "R9",
      "R12",
      "R13"
     ]
    },
    "baza-pelny": {
     "kind": "grant",
     "intent": {
      "kind": "database",
      "access": "full",
      "days": 7
     },
     "rules": [
      "R9",
      "R12",
      "R13"
     ]
    },
    "zapytaj-o-baze": {
     "kind": "own-act",
     "rules": [
      "R9",
      "R13"
     ]
    },
    "poczta-ustawienie": {
     "kind": "own-act",
     "rules": [
      "R10",
      "R13"
     ]
    },
    "skrzynka-odczyt": {
     "kind": "grant",
     "intent": {
      "kind": "mailbox",
      "access": "read",
      "days": 7
     },
     "rules": [
      "R10",
      "R13"
     ]
    },
    "skrzynka-zapis": {
     "kind": "grant",
     "intent": {
      "kind": "mailbox",
      "access": "write",
      "days": 7
     },
     "rules": [
      "R10",
      "R13"
     ]
    },
    "poczta-w-panelu": {
     "kind": "own-act",
     "rules": [
      "R10"
     ]
    },
    "zmien-ustawienia": {
     "kind": "own-act",
     "rules": [
      "R11",
      "R12",
      "R14",
      "R15"
     ]
    },
    "jedna-usluga": {
     "kind": "guide",
     "rules": [
      "R3",
      "R8",
      "R9",
      "R10",
      "R11"
     ]
    },
    "administrator": {
     "kind": "grant",
     "intent": {
      "kind": "panel-user",
      "role": "administrator",
      "days": 30
     },
     "weighFirst": true,
     "rules": [
      "R1",
      "R11",
      "R13"
     ]
    },
    "zlecenie": {
     "kind": "order",
     "rules": [
      "R12"
     ]
    },
    "zapytaj": {
     "kind": "own-act",
     "rules": [
      "R13",
      "R15"
     ]
    },
    "zapytaj-o-pliki": {
     "kind": "own-act",
     "rules": [
      "R8",
      "R13"
     ]
    },
    "bok": {
     "kind": "support",
     "rules": [
      "R15"
     ]
    }
   },
   "narrowestFirst": {
    "zakres": [
     "przesle",
     "katalog",
     "caly-serwer"
    ],
    "prawo": [
     "odczyt",
     "zapis"
    ],
    "prawo-do-bazy": [
     "odczyt",
     "zapis",
     "pelny"
    ],
    "prawo-do-skrzynki": [
     "odczyt",
     "zapis"
    ]
   }
  },
  "words": {
   "title": "Mój informatyk potrzebuje dostępu do serwera",
   "lead": "Po kilku pytaniach zobaczysz najmniejszy dostęp, który wystarczy. Odpowiedzi niczego jeszcze nie zmieniają.",
   "questions": {
    "zadanie": {
     "ask": "Co informatyk ma zrobić?",
     "short": "Zadanie",
     "help": "Zadań jest kilka? Zacznij od najważniejszego.",
     "options": {
      "pliki": {
       "label": "Pracować na plikach",
       "means": "Na przykład poprawić stronę. Dostanie osobny login tylko do plików."
      },
      "baza": {
       "label": "Pracować na bazie danych",
       "means": "Leży w niej treść strony lub sklepu. Dostanie osobny login tylko do tej jednej bazy."
      },
      "poczta": {
       "label": "Pomóc z pocztą e-mail",
       "means": "Na przykład ustawić pocztę w telefonie albo założyć nową skrzynkę."
      },
      "ustawienia": {
       "label": "Zmienić ustawienia serwera lub domeny",
       "means": "Na przykład wersję PHP albo DNS, czyli wpisy, które kierują domenę na serwer. Często obejdzie się bez dostępu."
      },
      "panel": {
       "label": "Wejść do Panelu klienta",
       "means": "Panel otwiera całe konto. Sprawdzimy, czy naprawdę tyle potrzeba."
      },
      "bez-obcych": {
       "label": "Wolę nikogo nie wpuszczać",
       "means": "Pracę mogą wykonać nasi administratorzy, odpłatnie. Nikomu nie podajesz haseł."
      },
      "nie-wiem": {
       "label": "Nie wiem, czego potrzebuje",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      },
      "inne": {
       "label": "Coś innego",
       "means": "Napiszesz do Biura Obsługi Klienta (BOK), a my podpowiemy, co dalej.",
       "aside": true
      }
     }
    },
    "zakres": {
     "ask": "Których plików potrzebuje?",
     "short": "Pliki",
     "help": "Katalog to folder na serwerze. Każda strona ma zwykle własny.",
     "options": {
      "przesle": {
       "label": "Tylko kilku – mogę je przesłać",
       "means": "Pobierzesz je w Panelu i wyślesz. Nikt nie dostaje dostępu."
      },
      "katalog": {
       "label": "Jednego katalogu",
       "means": "Zobaczy tylko ten katalog i to, co w nim leży. Wskażesz go potem na liście."
      },
      "caly-serwer": {
       "label": "Wszystkich plików na serwerze",
       "means": "Zobaczy pliki wszystkich stron, także hasła zapisane w ich plikach konfiguracji."
      },
      "nie-wiem": {
       "label": "Nie wiem, których",
       "means": "Damy Ci gotowe pytanie do wysłania i bezpieczny wybór na początek.",
       "aside": true
      }
     }
    },
    "prawo": {
     "ask": "Ma tylko czytać pliki czy też je zmieniać?",
     "short": "Prawo do plików",
     "options": {
      "odczyt": {
       "label": "Tylko czytać",
       "means": "Otworzy i pobierze pliki, ale niczego nie zmieni ani nie usunie."
      },
      "zapis": {
       "label": "Czytać i zmieniać",
       "means": "Może też dodawać, poprawiać, nadpisywać i usuwać pliki."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie do wysłania i bezpieczny wybór na początek.",
       "aside": true
      }
     }
    },
    "sprawa-poczty": {
     "ask": "Co trzeba zrobić z pocztą?",
     "short": "Poczta",
     "options": {
      "ustawic": {
       "label": "Ustawić pocztę w telefonie lub komputerze",
       "means": "Hasło do skrzynki wpiszesz na miejscu. Informatyk nie musi go znać."
      },
      "czytac": {
       "label": "Czytać wiadomości z jednej skrzynki",
       "means": "Dostanie własne hasło do tej jednej skrzynki, na wybrany czas."
      },
      "zarzadzac": {
       "label": "Założyć lub usunąć skrzynkę albo zmienić hasło",
       "means": "Zajmie Ci to chwilę w Panelu. Nikt nie dostaje dostępu."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    },
    "prawo-do-bazy": {
     "ask": "Co zrobi w bazie danych?",
     "short": "Prawo do bazy",
     "help": "Bazę wskażesz potem na liście. Hasła, którym łączy się z nią strona, nie podajesz.",
     "options": {
      "odczyt": {
       "label": "Tylko przejrzy dane",
       "means": "Zobaczy i pobierze dane z jednej bazy, ale niczego nie zmieni."
      },
      "zapis": {
       "label": "Poprawi dane",
       "means": "Może też dodawać, zmieniać i usuwać dane w tabelach."
      },
      "pelny": {
       "label": "Zmieni budowę tabel",
       "means": "Na przykład przeniesie sklep albo wczyta kopię. To pełny dostęp do jednej bazy."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie do wysłania i bezpieczny wybór na początek.",
       "aside": true
      }
     }
    },
    "prawo-do-skrzynki": {
     "ask": "Ma tylko czytać wiadomości czy też je porządkować?",
     "short": "Prawo do skrzynki",
     "help": "Wysyłać z tego adresu nie będzie. Do tego trzeba hasła skrzynki.",
     "options": {
      "odczyt": {
       "label": "Tylko czytać",
       "means": "Zobaczy wszystkie wiadomości, ale niczego nie zmieni. Nieprzeczytane zostaną nieprzeczytane."
      },
      "zapis": {
       "label": "Czytać i porządkować",
       "means": "Może też przenosić, oznaczać i usuwać wiadomości."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    },
    "kto-zmieni": {
     "ask": "Kto wprowadzi tę zmianę?",
     "short": "Kto zmieni",
     "help": "Do samych ustawień serwera lub domeny nie da się dać osobnego dostępu. Są za to inne drogi.",
     "options": {
      "ja": {
       "label": "Ja, według wskazówek informatyka",
       "means": "Informatyk napisze, co dokładnie zmienić. Nikt nie dostaje dostępu."
      },
      "w-plikach": {
       "label": "Informatyk, bo wystarczy zmiana w plikach",
       "means": "Część ustawień strony zapisuje się w plikach, na przykład w .htaccess. Wystarczy wtedy dostęp do plików."
      },
      "administratorzy": {
       "label": "Wasi administratorzy",
       "means": "Zrobią to odpłatnie. Nikomu nie podajesz haseł."
      },
      "informatyk": {
       "label": "Informatyk, w Panelu klienta",
       "means": "Do tego potrzebny jest dostęp do całego konta. Zanim go dasz, powiemy, co otwiera."
      },
      "nie-wiem": {
       "label": "Nie wiem, jaka to zmiana",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    },
    "cel-w-panelu": {
     "ask": "Do czego potrzebuje Panelu?",
     "short": "Cel w Panelu",
     "help": "Panel klienta to miejsce, w którym zarządzasz usługami, danymi abonenta i płatnościami.",
     "options": {
      "pliki": {
       "label": "Do plików na serwerze",
       "means": "Do nich Panel nie jest potrzebny. Wystarczy mniejszy dostęp."
      },
      "baza": {
       "label": "Do bazy danych",
       "means": "Do niej Panel nie jest potrzebny. Wystarczy mniejszy dostęp."
      },
      "jedna-usluga": {
       "label": "Do jednej usługi, na przykład jednego serwera",
       "means": "Panelu nie da się tak ograniczyć. Pokażemy, co da się zrobić zamiast tego."
      },
      "cale-konto": {
       "label": "Do wszystkiego na koncie",
       "means": "Zobaczy dane abonenta, wszystkie usługi i wszystkie pliki. Najpierw powiemy, co to znaczy."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    }
   },
   "outcomes": {
    "ftp-katalog-odczyt": {
     "title": "Wystarczy odczyt jednego katalogu",
     "lead": "Informatyk dostanie własny login FTP – to sposób łączenia się z plikami na serwerze. Otworzy nim tylko katalog, który wskażesz.",
     "can": [
      "Czytać i pobierać pliki z wybranego katalogu i z katalogów w nim.",
      "Łączyć się szyfrowanym połączeniem, hasłem ustawionym przez siebie."
     ],
     "cannot": [
      "Zmieniać, dodawać ani usuwać plików.",
      "Wejść do innych katalogów, Panelu klienta ani poczty."
     ],
     "whyNotLess": "To najmniejszy dostęp do plików. Mniej znaczy tylko jedno – przesłać potrzebne pliki bez dawania dostępu.",
     "risk": "W plikach konfiguracji strony bywa hasło do bazy danych. Kto czyta katalog, ten może je odczytać.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Wolę przesłać pliki bez dawania dostępu",
       "answers": {
        "zakres": "przesle"
       }
      },
      {
       "label": "Jak działa dostęp FTP",
       "href": "/poradniki/dostep-ftp/"
      }
     ]
    },
    "ftp-katalog-zapis": {
     "title": "Wystarczy jeden katalog",
     "lead": "Informatyk dostanie własny login FTP – to sposób łączenia się z plikami na serwerze. Otworzy nim tylko katalog, który wskażesz.",
     "can": [
      "Czytać i pobierać pliki z wybranego katalogu i z katalogów w nim.",
      "Dodawać, zmieniać i usuwać te pliki.",
      "Łączyć się szyfrowanym połączeniem, hasłem ustawionym przez siebie."
     ],
     "cannot": [
      "Wejść do innych katalogów na serwerze.",
      "Zajrzeć do Panelu klienta, Twoich danych ani poczty.",
      "Zmieniać ustawień serwera i domeny."
     ],
     "whyNotLess": "Mniejszy dostęp pozwala tylko czytać i pobierać pliki. Do poprawiania strony to za mało.",
     "risk": "Kto zmienia pliki, może je też zepsuć lub usunąć. W plikach konfiguracji bywa też hasło do bazy danych. Przed pracą zrób kopię katalogu.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w plikach zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy odczyt",
       "answers": {
        "prawo": "odczyt"
       }
      },
      {
       "label": "Nie znam dobrze tej osoby – wolę zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      },
      {
       "label": "Jak działa dostęp FTP",
       "href": "/poradniki/dostep-ftp/"
      }
     ]
    },
    "ftp-serwer-odczyt": {
     "title": "Odczyt wszystkich plików na serwerze",
     "lead": "Informatyk dostanie własny login FTP – to sposób łączenia się z plikami. Otworzy nim cały serwer, ale niczego nie zmieni.",
     "can": [
      "Czytać i pobierać wszystkie pliki na tym serwerze.",
      "Łączyć się szyfrowanym połączeniem, hasłem ustawionym przez siebie."
     ],
     "cannot": [
      "Zmieniać, dodawać ani usuwać plików.",
      "Wejść do Panelu klienta ani zajrzeć do poczty.",
      "Zmieniać ustawień serwera i domeny."
     ],
     "whyNotLess": "Mniejszy dostęp otwiera tylko jeden katalog. Nie wystarczy, gdy potrzebne pliki leżą w kilku miejscach.",
     "risk": "Zobaczy pliki wszystkich stron, także kopie i hasła zapisane w plikach konfiguracji. Jeśli wystarczy jeden katalog, wybierz katalog.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy jeden katalog",
       "answers": {
        "zakres": "katalog"
       }
      },
      {
       "label": "Nie znam dobrze tej osoby – wolę zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      },
      {
       "label": "Jak działa dostęp FTP",
       "href": "/poradniki/dostep-ftp/"
      }
     ]
    },
    "ftp-serwer-zapis": {
     "title": "Pełna praca na wszystkich plikach",
     "lead": "Informatyk dostanie własny login FTP – to sposób łączenia się z plikami. Otworzy nim cały serwer, ale nie Panel klienta.",
     "can": [
      "Czytać i pobierać wszystkie pliki na tym serwerze.",
      "Dodawać, zmieniać i usuwać wszystkie te pliki.",
      "Łączyć się szyfrowanym połączeniem, hasłem ustawionym przez siebie."
     ],
     "cannot": [
      "Wejść do Panelu klienta ani zobaczyć danych abonenta.",
      "Zajrzeć do poczty.",
      "Zmieniać ustawień serwera i domeny."
     ],
     "whyNotLess": "Mniejszy dostęp otwiera tylko jeden katalog albo nie pozwala zmieniać plików. To za mało do pracy na kilku stronach naraz.",
     "risk": "To duży dostęp. Można nim zepsuć lub usunąć pliki każdej strony na serwerze i odczytać hasła z plików konfiguracji. Przed pracą zrób kopię.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w plikach zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy jeden katalog",
       "answers": {
        "zakres": "katalog"
       }
      },
      {
       "label": "Jednak wystarczy odczyt",
       "answers": {
        "prawo": "odczyt"
       }
      },
      {
       "label": "Nie znam dobrze tej osoby – wolę zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      },
      {
       "label": "Jak działa dostęp FTP",
       "href": "/poradniki/dostep-ftp/"
      }
     ]
    },
    "przeslij-pliki": {
     "title": "Prześlij pliki – bez dawania dostępu",
     "lead": "Do własnych plików nie potrzebujesz żadnego loginu FTP. Wystarczy WebFTP, czyli przeglądarka plików w Panelu klienta.",
     "can": [
      "Informatyk dostanie tylko te pliki, które wyślesz."
     ],
     "cannot": [
      "Nie połączy się z Twoim serwerem i nie zobaczy nic więcej."
     ],
     "risk": "Zanim wyślesz plik konfiguracji, usuń z niego hasła.",
     "steps": [
      "Zaloguj się do Panelu klienta i przejdź do swojego serwera.",
      "Otwórz WebFTP i znajdź potrzebne pliki.",
      "Pobierz je na komputer i wyślij informatykowi.",
      "Gdy dostaniesz poprawione pliki, wgraj je tą samą drogą. Stare wcześniej skopiuj."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Plików jest za dużo – wolę dać dostęp do katalogu",
       "answers": {
        "zakres": "katalog"
       }
      }
     ]
    },
    "baza-odczyt": {
     "title": "Wystarczy odczyt jednej bazy",
     "lead": "Informatyk dostanie własną nazwę użytkownika i własne hasło. Otworzy nimi tylko bazę, którą wskażesz – w phpMyAdmin, czyli na stronie do pracy na bazach danych.",
     "can": [
      "Przeglądać i przeszukiwać wszystkie dane w tej bazie.",
      "Pobrać ich kopię."
     ],
     "cannot": [
      "Zmieniać, dodawać ani usuwać danych.",
      "Zobaczyć innych baz, plików, poczty ani Panelu klienta.",
      "Poznać hasła, którym z bazą łączy się strona."
     ],
     "whyNotLess": "To najmniejszy dostęp do bazy. Mniej znaczy tylko jedno – wysłać kopię danych bez dawania dostępu.",
     "risk": "W bazie bywają dane Twoich klientów. Kto je widzi, może je też skopiować, a tego już nie cofniesz.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Hasła strony nie trzeba zmieniać.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Wystarczy kopia, wysłana raz",
       "href": "/kreator/baza-danych/"
      },
      {
       "label": "Potrzebne są też pliki",
       "answers": {
        "zadanie": "pliki"
       }
      },
      {
       "label": "Jak działa dostęp do bazy danych",
       "href": "/poradniki/dostep-do-bazy-danych/"
      }
     ]
    },
    "baza-zapis": {
     "title": "Wystarczy czytać i zmieniać dane w jednej bazie",
     "lead": "Informatyk dostanie własną nazwę użytkownika i własne hasło. Otworzy nimi tylko bazę, którą wskażesz – w phpMyAdmin, czyli na stronie do pracy na bazach danych.",
     "can": [
      "Przeglądać i przeszukiwać wszystkie dane w tej bazie, a także pobrać ich kopię.",
      "Dodawać, zmieniać i usuwać dane w tabelach, które już są."
     ],
     "cannot": [
      "Zakładać, zmieniać ani usuwać całych tabel.",
      "Zobaczyć innych baz, plików, poczty ani Panelu klienta.",
      "Poznać hasła, którym z bazą łączy się strona."
     ],
     "whyNotLess": "Mniejszy dostęp pozwala tylko czytać. Do poprawiania danych to za mało.",
     "risk": "Jedno błędne polecenie może zmienić lub skasować wszystkie zamówienia naraz. W bazie bywają też dane Twoich klientów. Przed pracą zrób kopię bazy.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w danych zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy czytać",
       "answers": {
        "prawo-do-bazy": "odczyt"
       }
      },
      {
       "label": "Potrzebne są też pliki",
       "answers": {
        "zadanie": "pliki"
       }
      },
      {
       "label": "Nie znam dobrze tej osoby – wolę zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      },
      {
       "label": "Jak działa dostęp do bazy danych",
       "href": "/poradniki/dostep-do-bazy-danych/"
      }
     ]
    },
    "baza-pelny": {
     "title": "Pełny dostęp do jednej bazy",
     "lead": "Informatyk dostanie własną nazwę użytkownika i własne hasło. Zmieni nimi dane i budowę tabel w bazie, którą wskażesz – w phpMyAdmin, czyli na stronie do pracy na bazach danych.",
     "can": [
      "Przeglądać, pobierać, dodawać, zmieniać i usuwać wszystkie dane w tej bazie.",
      "Zakładać, zmieniać i usuwać tabele.",
      "Wczytać kopię bazy z pliku."
     ],
     "cannot": [
      "Zobaczyć innych baz, plików, poczty ani Panelu klienta.",
      "Wpuścić do bazy kolejnych osób.",
      "Poznać hasła, którym z bazą łączy się strona."
     ],
     "whyNotLess": "Mniejszy dostęp zmienia tylko dane w tabelach, które już są. Do przeniesienia lub rozbudowy bazy to za mało.",
     "risk": "Tym dostępem można skasować całą bazę, a wtedy strona przestanie działać. W bazie bywają też dane Twoich klientów. Przed pracą zrób jej kopię.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w bazie zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy zmieniać dane, bez budowy tabel",
       "answers": {
        "prawo-do-bazy": "zapis"
       }
      },
      {
       "label": "Jednak wystarczy czytać",
       "answers": {
        "prawo-do-bazy": "odczyt"
       }
      },
      {
       "label": "Potrzebne są też pliki",
       "answers": {
        "zadanie": "pliki"
       }
      },
      {
       "label": "Nie znam dobrze tej osoby – wolę zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      },
      {
       "label": "Jak działa dostęp do bazy danych",
       "href": "/poradniki/dostep-do-bazy-danych/"
      }
     ]
    },
    "zapytaj-o-baze": {
     "title": "Zapytaj, co zrobi w bazie",
     "lead": "Wyślij tę wiadomość. Jeśli praca ma ruszyć od razu, zacznij od odczytu – zakres zmienisz w każdej chwili.",
     "can": [],
     "cannot": [],
     "risk": "Nie dawaj pełnego dostępu na wszelki wypadek. Łatwiej go później poszerzyć niż odtworzyć skasowane dane.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i wybierz zakres."
     ],
     "message": {
      "subject": "Co chcesz zrobić w bazie danych?",
      "body": "Cześć,\n\nchcę dać Ci dostęp do bazy danych, ale tylko taki, jaki jest potrzebny. Napisz mi, proszę:\n\n1. Do której bazy, czyli której strony lub sklepu?\n2. Chcesz tylko przejrzeć dane, poprawić je czy zmienić budowę tabel?\n3. Do kiedy potrzebujesz dostępu?\n\nPotem dostaniesz zaproszenie z własną nazwą i własnym hasłem. Moich nie potrzebujesz."
     },
     "nextSteps": [
      {
       "label": "Na razie tylko odczyt",
       "answers": {
        "prawo-do-bazy": "odczyt"
       }
      },
      {
       "label": "Mam odpowiedź – poprawi dane",
       "answers": {
        "prawo-do-bazy": "zapis"
       }
      },
      {
       "label": "Mam odpowiedź – zmieni budowę tabel",
       "answers": {
        "prawo-do-bazy": "pelny"
       }
      }
     ]
    },
    "poczta-ustawienie": {
     "title": "Hasło wpisz na miejscu",
     "lead": "Do ustawienia poczty w telefonie lub komputerze potrzeba adresu i hasła skrzynki. Hasła nie trzeba podawać – wpisz je na urządzeniu.",
     "can": [
      "Informatyk przygotuje program i poda Ci urządzenie, gdy trzeba wpisać hasło."
     ],
     "cannot": [
      "Nie pozna hasła, więc później nie zajrzy do skrzynki na innym urządzeniu."
     ],
     "risk": "Kto ma odblokowane urządzenie, ten czyta pocztę, która na nim jest. Zostań w pobliżu.",
     "takeBack": "Jeśli hasło trzeba było podać, zmień je w Panelu, gdy tylko poczta zadziała.",
     "steps": [
      "Przygotuj adres e-mail i hasło skrzynki. Nie znasz hasła? Ustaw nowe w Panelu.",
      "Poproś informatyka o przygotowanie programu pocztowego.",
      "Wpisz hasło na urządzeniu.",
      "Wyślij do siebie wiadomość próbną."
     ],
     "nextSteps": [
      {
       "label": "Najpierw muszę zmienić hasło skrzynki",
       "answers": {
        "sprawa-poczty": "zarzadzac"
       }
      }
     ]
    },
    "skrzynka-odczyt": {
     "title": "Wystarczy czytanie jednej skrzynki",
     "lead": "Informatyk dostanie własną nazwę użytkownika i sam ustawi hasło. Doda skrzynkę do swojego programu pocztowego. Wiadomość o nadanym dostępie trafi też do skrzynki.",
     "can": [
      "Czytać wszystkie wiadomości w tej skrzynce, także stare i wysłane.",
      "Pobierać załączniki."
     ],
     "cannot": [
      "Wysyłać wiadomości z tego adresu.",
      "Przenosić, oznaczać ani usuwać wiadomości.",
      "Poznać hasła skrzynki ani zajrzeć do innych skrzynek, plików i Panelu klienta."
     ],
     "whyNotLess": "To najmniejszy dostęp do skrzynki i zawsze obejmuje ją całą. Mniej znaczy tylko jedno – przesłać wybrane wiadomości.",
     "risk": "W skrzynce są sprawy ludzi, którzy do Ciebie piszą. Przychodzą do niej też linki do zmiany haseł w innych serwisach – kto ją czyta, może ich użyć.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Hasła skrzynki nie trzeba zmieniać.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Chodzi tylko o ustawienie poczty na urządzeniu",
       "answers": {
        "sprawa-poczty": "ustawic"
       }
      },
      {
       "label": "To skrzynka innej osoby albo wystarczy kilka wiadomości",
       "href": "/kreator/skrzynka/"
      },
      {
       "label": "Jak działa dostęp do skrzynki",
       "href": "/poradniki/wspolna-skrzynka/"
      }
     ]
    },
    "skrzynka-zapis": {
     "title": "Wystarczy czytać i porządkować jedną skrzynkę",
     "lead": "Informatyk dostanie własną nazwę użytkownika i sam ustawi hasło. Doda skrzynkę do swojego programu pocztowego. Wiadomość o nadanym dostępie trafi też do skrzynki.",
     "can": [
      "Czytać wszystkie wiadomości w tej skrzynce, także stare i wysłane.",
      "Oznaczać je, przenosić między folderami i usuwać."
     ],
     "cannot": [
      "Wysyłać wiadomości z tego adresu.",
      "Zmienić hasła skrzynki ani go poznać.",
      "Zajrzeć do innych skrzynek, plików i Panelu klienta."
     ],
     "whyNotLess": "Mniejszy dostęp pozwala tylko czytać. Do uporządkowania skrzynki to za mało.",
     "risk": "Usuniętych wiadomości nie przywrócimy. Do skrzynki przychodzą też linki do zmiany haseł w innych serwisach – kto ją czyta, może ich użyć.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w skrzynce zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy czytać",
       "answers": {
        "prawo-do-skrzynki": "odczyt"
       }
      },
      {
       "label": "Chodzi tylko o ustawienie poczty na urządzeniu",
       "answers": {
        "sprawa-poczty": "ustawic"
       }
      },
      {
       "label": "Jak działa dostęp do skrzynki",
       "href": "/poradniki/wspolna-skrzynka/"
      }
     ]
    },
    "poczta-w-panelu": {
     "title": "Zrobisz to w Panelu w chwilę",
     "lead": "Skrzynki zakładasz, usuwasz i zmieniasz im hasła na stronie „Skrzynki e-mail”. Informatyk nie potrzebuje do tego dostępu.",
     "can": [
      "Informatyk podpowie Ci nazwę skrzynki i ustawi ją potem na urządzeniach."
     ],
     "cannot": [
      "Nie zajrzy do Panelu ani do poczty."
     ],
     "risk": "Usunięta skrzynka leży 7 dni w koszu. Potem znika na zawsze, razem ze wszystkimi wiadomościami.",
     "takeBack": "Skrzynkę z kosza przywrócisz przez 7 dni. Dostępy, które inni do niej mieli, nadasz od nowa.",
     "steps": [
      "Otwórz stronę „Skrzynki e-mail”.",
      "Wybierz „Nowa skrzynka” albo znajdź tę, którą chcesz zmienić lub usunąć.",
      "Nowe hasło wpisz też na swoich urządzeniach."
     ],
     "nextSteps": [
      {
       "label": "Otwórz moje skrzynki",
       "href": "/panel/skrzynki/"
      },
      {
       "label": "Trzeba jeszcze ustawić pocztę na urządzeniu",
       "answers": {
        "sprawa-poczty": "ustawic"
       }
      }
     ]
    },
    "zmien-ustawienia": {
     "title": "Poproś o dokładny opis i zmień to w Panelu",
     "lead": "Do zmiany ustawienia nikt nie potrzebuje Twojego hasła. Informatyk pisze, co zmienić, a Ty robisz to w Panelu klienta.",
     "can": [
      "Informatyk powie, co wpisać, i sprawdzi, czy działa."
     ],
     "cannot": [
      "Nie wejdzie do Panelu i nie zobaczy Twoich danych."
     ],
     "risk": "Źle wpisane DNS może na kilka godzin wyłączyć stronę lub pocztę. Zanim coś zmienisz, zapisz, co było wcześniej.",
     "takeBack": "Wróć do ustawień i wpisz to, co było wcześniej.",
     "steps": [
      "Wyślij informatykowi wiadomość, którą masz poniżej.",
      "Zaloguj się do Panelu klienta i otwórz ustawienia serwera lub domeny.",
      "Zapisz, co jest teraz. Potem wprowadź zmianę.",
      "Daj znać informatykowi, żeby sprawdził efekt."
     ],
     "message": {
      "subject": "Jaką zmianę mam wprowadzić?",
      "body": "Cześć,\n\nustawienia serwera i domeny zmieniam w Panelu klienta bez pośredników. Napisz mi, proszę:\n\n1. Co zmienić: wersję PHP, wpis DNS czy coś innego?\n2. Dla której domeny lub strony?\n3. Co dokładnie wpisać? Najlepiej gotowe wartości do skopiowania.\n4. Po czym poznamy, że działa?\n\nJeśli wystarczy zmiana w plikach, na przykład w .htaccess, też napisz. Dam wtedy dostęp do jednego katalogu."
     },
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Wolę zapytać formularzem – odpowiedź dostanę jako kroki",
       "href": "/ustawienia/"
      },
      {
       "label": "Wystarczy zmiana w plikach – daję dostęp do plików",
       "answers": {
        "zadanie": "pliki"
       }
      },
      {
       "label": "Wolę to zlecić Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      },
      {
       "label": "Takich zmian będzie dużo – co otwiera dostęp do Panelu?",
       "answers": {
        "zadanie": "panel",
        "cel-w-panelu": "cale-konto"
       }
      }
     ]
    },
    "jedna-usluga": {
     "title": "Panelu nie da się ograniczyć do jednej usługi",
     "lead": "Kto wchodzi do Panelu jako administrator, widzi całe konto. Nie ma dostępu do jednego serwera, jednego sklepu ani jednej domeny. Jest za to coś mniejszego i zwykle to wystarcza.",
     "can": [],
     "cannot": [],
     "whyNotLess": "Zakres w Panelu można ograniczyć tylko przy licencjach, na przykład Office 365. Przy serwerach i sklepach takiej możliwości nie ma.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Chodzi o pliki na serwerze",
       "answers": {
        "zadanie": "pliki"
       }
      },
      {
       "label": "Chodzi o bazę danych",
       "answers": {
        "zadanie": "baza"
       }
      },
      {
       "label": "Chodzi o pocztę",
       "answers": {
        "zadanie": "poczta"
       }
      },
      {
       "label": "Chodzi o ustawienia serwera lub domeny",
       "answers": {
        "zadanie": "ustawienia"
       }
      },
      {
       "label": "Wolę zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      },
      {
       "label": "Mimo wszystko całe konto – co to otwiera?",
       "answers": {
        "zadanie": "panel",
        "cel-w-panelu": "cale-konto"
       }
      }
     ]
    },
    "administrator": {
     "title": "Administrator Panelu widzi i może wszystko",
     "lead": "To największy dostęp, jaki możesz dać. Sprawdź najpierw, czy nie wystarczy coś mniejszego.",
     "can": [
      "Zmieniać wszystkie usługi i wszystkie ich ustawienia – serwery, domeny, pocztę, sklepy.",
      "Zobaczyć dane abonenta i wszystko inne, co widać na koncie.",
      "Czytać, zmieniać i usuwać wszystkie pliki na serwerach.",
      "Zmieniać hasła, na przykład do skrzynek i baz."
     ],
     "cannot": [
      "Stać się abonentem. Konto pozostaje Twoje, a dane abonenta się nie zmieniają.",
      "Poznać Twojego hasła. Ta osoba loguje się własnym."
     ],
     "whyNotLess": "Panelu nie da się otworzyć po kawałku. Jeśli chodzi tylko o pliki, bazę, pocztę lub jedną zmianę, wybierz mniejszy dostęp.",
     "risk": "Jedna nieostrożna osoba wystarczy, by stracić dane albo wpuścić kogoś niepowołanego. Dodaj tylko kogoś, komu powierzysz całą firmową stronę i pocztę.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej zawiesisz go albo odbierzesz na stronie „Użytkownicy”. Potem zmień hasła, które ta osoba mogła poznać – do skrzynek i baz.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Wystarczą pliki na serwerze",
       "answers": {
        "zadanie": "pliki"
       }
      },
      {
       "label": "Wystarczy baza danych",
       "answers": {
        "zadanie": "baza"
       }
      },
      {
       "label": "To jedna zmiana – zrobię ją według wskazówek",
       "answers": {
        "zadanie": "ustawienia",
        "kto-zmieni": "ja"
       }
      },
      {
       "label": "Wolę zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      }
     ]
    },
    "zlecenie": {
     "title": "Zleć pracę naszym administratorom",
     "lead": "Usługi informatyczne to praca naszych administratorów na Twoich plikach i bazach danych. Nikogo z zewnątrz nie wpuszczasz, a dane zostają na miejscu.",
     "can": [
      "Nasi administratorzy wykonają opisane przez Ciebie zadanie na plikach lub bazie."
     ],
     "cannot": [
      "Nikt z zewnątrz nie dostaje hasła ani dostępu."
     ],
     "steps": [
      "Opisz, co trzeba zrobić i na której stronie. Swoje odpowiedzi z kreatora znajdziesz już w wiadomości.",
      "Poczekaj na odpowiedź z ceną i terminem.",
      "Zdecyduj, czy zlecasz pracę."
     ],
     "nextSteps": [
      {
       "label": "Jednak dam dostęp do plików",
       "answers": {
        "zadanie": "pliki"
       }
      }
     ]
    },
    "zapytaj": {
     "title": "Zapytaj, czego dokładnie potrzebuje",
     "lead": "Nie dawaj niczego na zapas. Wyślij tę wiadomość, a z odpowiedzią wróć do pierwszego pytania.",
     "can": [],
     "cannot": [],
     "risk": "Jeśli w odpowiedzi ktoś poprosi o Twoje hasło do Panelu, nie podawaj go. Hasło otwiera całe konto i wszystkie dane.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i wybierz zadanie."
     ],
     "message": {
      "subject": "Jakiego dostępu potrzebujesz?",
      "body": "Cześć,\n\nchcę dać Ci dostęp, ale tylko taki, jaki jest potrzebny. Napisz mi, proszę:\n\n1. Co chcesz zrobić?\n2. Na czym: na plikach, w bazie danych, w poczcie czy w ustawieniach serwera lub domeny?\n3. Jeśli na plikach: w którym katalogu? Wystarczy je czytać czy też je zmieniasz?\n4. Jeśli w ustawieniach: co dokładnie zmienić? Wprowadzę to w Panelu klienta.\n5. Do kiedy potrzebujesz dostępu?\n\nNie potrzebujesz do tego mojego hasła."
     },
     "nextSteps": [
      {
       "label": "Mam odpowiedź – chodzi o pliki",
       "answers": {
        "zadanie": "pliki",
        "zakres": null,
        "prawo": null
       }
      },
      {
       "label": "Mam odpowiedź – chodzi o bazę danych",
       "answers": {
        "zadanie": "baza",
        "prawo-do-bazy": null
       }
      },
      {
       "label": "Mam odpowiedź – chodzi o pocztę",
       "answers": {
        "zadanie": "poczta",
        "sprawa-poczty": null,
        "prawo-do-skrzynki": null
       }
      },
      {
       "label": "Mam odpowiedź – chodzi o ustawienia",
       "answers": {
        "zadanie": "ustawienia",
        "kto-zmieni": null
       }
      }
     ]
    },
    "zapytaj-o-pliki": {
     "title": "Zapytaj, które pliki i co z nimi zrobi",
     "lead": "Wyślij tę wiadomość. Jeśli praca ma ruszyć od razu, zacznij od odczytu jednego katalogu – zakres zmienisz w każdej chwili.",
     "can": [],
     "cannot": [],
     "risk": "Nie dawaj szerokiego dostępu na wszelki wypadek. Łatwiej go później poszerzyć niż naprawić szkody.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i wybierz zakres."
     ],
     "message": {
      "subject": "Których plików potrzebujesz?",
      "body": "Cześć,\n\nchcę dać Ci dostęp FTP, ale tylko do tego, co jest potrzebne. Napisz mi, proszę:\n\n1. Który katalog? Na przykład ten, w którym leży strona.\n2. Wystarczy czytać pliki czy też je zmieniasz?\n3. Do kiedy potrzebujesz dostępu?\n\nPotem dostaniesz zaproszenie i ustawisz własne hasło. Mojego nie potrzebujesz."
     },
     "nextSteps": [
      {
       "label": "Na razie tylko odczyt jednego katalogu",
       "answers": {
        "zakres": "katalog",
        "prawo": "odczyt"
       }
      },
      {
       "label": "Mam odpowiedź – jeden katalog, także zmiany",
       "answers": {
        "zakres": "katalog",
        "prawo": "zapis"
       }
      },
      {
       "label": "Mam odpowiedź – wszystkie pliki",
       "answers": {
        "zakres": "caly-serwer",
        "prawo": null
       }
      }
     ]
    },
    "bok": {
     "title": "Napisz do nas",
     "lead": "Biuro Obsługi Klienta (BOK) podpowie Ci najmniejszy dostęp, który wystarczy. Twoje odpowiedzi z kreatora są już w wiadomości.",
     "can": [],
     "cannot": [],
     "steps": [
      "Opisz własnymi słowami, co informatyk ma zrobić.",
      "Jeśli przyszła od niego wiadomość, wklej jej treść.",
      "Nie wysyłaj haseł. Nie są nam potrzebne."
     ],
     "nextSteps": [
      {
       "label": "Wolę od razu zlecić pracę Wam",
       "answers": {
        "zadanie": "bez-obcych"
       }
      }
     ]
    }
   }
  }
 },
 {
  "id": "skrzynka",
  "routing": {
   "start": "czyja",
   "questions": {
    "czyja": {
     "wspolna": "co-z-poczta",
     "moja": "co-z-poczta",
     "pracownika": "skrzynka-pracownika",
     "po-odejsciu": "po-odejsciu",
     "jeszcze-nie": "zaloz-skrzynke",
     "inne": "bok"
    },
    "co-z-poczta": {
     "kilka": "przeslij-wiadomosci",
     "kopie": "przekieruj",
     "czytac": "skrzynka-odczyt",
     "porzadkowac": "skrzynka-zapis",
     "odpisywac": "wspolne-haslo",
     "nie-wiem": "zapytaj"
    }
   }
  },
  "policy": {
   "questions": {
    "czyja": {
     "rules": [
      "R10",
      "R13",
      "R15"
     ]
    },
    "co-z-poczta": {
     "rules": [
      "R10",
      "R13"
     ]
    }
   },
   "outcomes": {
    "skrzynka-odczyt": {
     "kind": "grant",
     "intent": {
      "kind": "mailbox",
      "access": "read",
      "days": 7
     },
     "rules": [
      "R10",
      "R13"
     ]
    },
    "skrzynka-zapis": {
     "kind": "grant",
     "intent": {
      "kind": "mailbox",
      "access": "write",
      "days": 7
     },
     "rules": [
      "R10",
      "R13"
     ]
    },
    "przeslij-wiadomosci": {
     "kind": "own-act",
     "rules": [
      "R10",
      "R13"
     ]
    },
    "przekieruj": {
     "kind": "own-act",
     "rules": [
      "R10",
      "R13",
      "R15"
     ]
    },
    "wspolne-haslo": {
     "kind": "own-act",
     "rules": [
      "R10",
      "R13"
     ]
    },
    "skrzynka-pracownika": {
     "kind": "own-act",
     "weighFirst": true,
     "rules": [
      "R10",
      "R13"
     ]
    },
    "po-odejsciu": {
     "kind": "own-act",
     "rules": [
      "R10",
      "R13"
     ]
    },
    "zaloz-skrzynke": {
     "kind": "own-act",
     "rules": [
      "R10"
     ]
    },
    "zapytaj": {
     "kind": "own-act",
     "rules": [
      "R13",
      "R15"
     ]
    },
    "bok": {
     "kind": "support",
     "rules": [
      "R15"
     ]
    }
   },
   "narrowestFirst": {
    "co-z-poczta": [
     "kilka",
     "kopie",
     "czytac",
     "porzadkowac"
    ]
   }
  },
  "words": {
   "title": "Ktoś ma czytać wspólną skrzynkę",
   "lead": "Po dwóch pytaniach zobaczysz najmniejszy dostęp, który wystarczy. Hasła do skrzynki zwykle nie trzeba nikomu podawać.",
   "questions": {
    "czyja": {
     "ask": "Czyja to skrzynka?",
     "short": "Skrzynka",
     "help": "Bez hasła nikt nie czyta poczty – ani my, ani Ty. Dlatego liczy się, czyja jest.",
     "options": {
      "wspolna": {
       "label": "Wspólna, na przykład biuro@ albo kontakt@",
       "means": "Kilka osób ma ją czytać. Każda może dostać własne hasło."
      },
      "moja": {
       "label": "Moja własna",
       "means": "Ktoś ma Ci pomóc z pocztą albo zastąpić Cię na urlopie."
      },
      "pracownika": {
       "label": "Imienna skrzynka kogoś, kto z niej korzysta",
       "means": "To poczta tej osoby. Pokażemy, jak zrobić to razem z nią."
      },
      "po-odejsciu": {
       "label": "Skrzynka osoby, która odeszła",
       "means": "Zamkniesz jej dostęp i zdecydujesz, co dalej z adresem."
      },
      "jeszcze-nie": {
       "label": "Takiej skrzynki jeszcze nie ma",
       "means": "Założysz ją w chwilę, a potem nadasz do niej dostęp."
      },
      "inne": {
       "label": "Coś innego",
       "means": "Napiszesz do Biura Obsługi Klienta (BOK), a my podpowiemy, co dalej.",
       "aside": true
      }
     }
    },
    "co-z-poczta": {
     "ask": "Co ta osoba ma robić z wiadomościami?",
     "short": "Co z pocztą",
     "options": {
      "kilka": {
       "label": "Dostać tylko kilka z nich",
       "means": "Po prostu je prześlesz. Nikt nie dostaje dostępu."
      },
      "kopie": {
       "label": "Dostawać kopie nowych",
       "means": "Ustawisz przesyłanie na jej adres. Starszych wiadomości nie zobaczy."
      },
      "czytac": {
       "label": "Tylko czytać",
       "means": "Zobaczy wszystkie wiadomości, ale niczego nie zmieni. Nieprzeczytane zostaną nieprzeczytane."
      },
      "porzadkowac": {
       "label": "Czytać i porządkować",
       "means": "Może też przenosić, oznaczać i usuwać wiadomości. Odpisywać będzie ze swojego adresu."
      },
      "odpisywac": {
       "label": "Odpisywać z adresu tej skrzynki",
       "means": "Do tego trzeba hasła skrzynki. Pokażemy, jak je bezpiecznie podać i potem zmienić."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    }
   },
   "outcomes": {
    "skrzynka-odczyt": {
     "title": "Wystarczy czytanie tej jednej skrzynki",
     "lead": "Osoba dostanie własną nazwę użytkownika i sama ustawi hasło. Doda skrzynkę do swojego programu pocztowego, w telefonie lub komputerze. Wiadomość o nadanym dostępie trafi też do skrzynki.",
     "can": [
      "Czytać wszystkie wiadomości w tej skrzynce, także stare i wysłane.",
      "Pobierać załączniki."
     ],
     "cannot": [
      "Wysyłać wiadomości z tego adresu.",
      "Przenosić, oznaczać ani usuwać. Wiadomości, które przeczyta, dla Ciebie zostaną nieprzeczytane.",
      "Poznać hasła skrzynki ani zajrzeć do innych skrzynek, plików i Panelu klienta."
     ],
     "whyNotLess": "To najmniejszy dostęp do skrzynki i zawsze obejmuje ją całą. Mniej znaczy tylko jedno – przesłać wybrane wiadomości.",
     "risk": "W skrzynce są sprawy ludzi, którzy do Ciebie piszą. Przychodzą do niej też linki do zmiany haseł w innych serwisach – kto ją czyta, może ich użyć.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Hasła skrzynki nie trzeba zmieniać.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Wystarczy przesłać kilka wiadomości",
       "answers": {
        "co-z-poczta": "kilka"
       }
      },
      {
       "label": "Jak działa dostęp do skrzynki",
       "href": "/poradniki/wspolna-skrzynka/"
      }
     ]
    },
    "skrzynka-zapis": {
     "title": "Wystarczy czytać i porządkować jedną skrzynkę",
     "lead": "Osoba dostanie własną nazwę użytkownika i sama ustawi hasło. Doda skrzynkę do swojego programu pocztowego, w telefonie lub komputerze. Wiadomość o nadanym dostępie trafi też do skrzynki.",
     "can": [
      "Czytać wszystkie wiadomości w tej skrzynce, także stare i wysłane.",
      "Oznaczać je, przenosić między folderami i usuwać."
     ],
     "cannot": [
      "Wysyłać wiadomości z tego adresu.",
      "Zmienić hasła skrzynki ani go poznać.",
      "Zajrzeć do innych skrzynek, plików i Panelu klienta."
     ],
     "whyNotLess": "Mniejszy dostęp pozwala tylko czytać. Nie da się wtedy oznaczyć, która sprawa jest już załatwiona.",
     "risk": "Usuniętych wiadomości nie przywrócimy. Do skrzynki przychodzą też linki do zmiany haseł w innych serwisach – kto ją czyta, może ich użyć.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej odbierzesz go na stronie „Kto ma dostęp” – otwarte połączenie też się wtedy zakończy. Zmiany w skrzynce zostaną.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak wystarczy czytać",
       "answers": {
        "co-z-poczta": "czytac"
       }
      },
      {
       "label": "Jak działa dostęp do skrzynki",
       "href": "/poradniki/wspolna-skrzynka/"
      }
     ]
    },
    "przeslij-wiadomosci": {
     "title": "Prześlij je – bez dawania dostępu",
     "lead": "Dla kilku wiadomości nie trzeba nikogo wpuszczać do skrzynki.",
     "can": [
      "Osoba dostanie tylko te wiadomości, które wyślesz."
     ],
     "cannot": [
      "Nie zajrzy do skrzynki i nie zobaczy nic więcej."
     ],
     "risk": "Razem z wiadomością wysyłasz też wcześniejszą rozmowę pod nią. Usuń to, co nie jest potrzebne.",
     "steps": [
      "Zaznacz wiadomości w swoim programie pocztowym.",
      "Wybierz „Prześlij dalej” – najlepiej jako załączniki, bo wtedy nic z nich nie ginie.",
      "Sprawdź adres i wyślij."
     ],
     "nextSteps": [
      {
       "label": "Wiadomości jest za dużo – daję dostęp do czytania",
       "answers": {
        "co-z-poczta": "czytac"
       }
      }
     ]
    },
    "przekieruj": {
     "title": "Ustaw przesyłanie nowych wiadomości",
     "lead": "Każda nowa wiadomość trafi też na adres tej osoby. Do samej skrzynki nikt nie dostaje dostępu.",
     "can": [
      "Osoba dostanie kopię każdej nowej wiadomości."
     ],
     "cannot": [
      "Nie zobaczy starszych wiadomości i nie zajrzy do skrzynki.",
      "Nie odpisze z tego adresu."
     ],
     "risk": "Kopii, które już poszły, nie odbierzesz. Zapomnianej reguły nikt nie wyłączy – zapisz w kalendarzu, kiedy ją wyłączyć.",
     "takeBack": "Wyłącz regułę w programie, w którym powstała.",
     "steps": [
      "Dodaj w swoim programie pocztowym regułę „prześlij kopię dalej” dla tej skrzynki. Działa, dopóki program jest włączony.",
      "Ma działać zawsze? Zapytaj BOK o przekierowanie ustawione na serwerze.",
      "Wyślij do skrzynki wiadomość próbną i sprawdź, czy dotarła na oba adresy."
     ],
     "nextSteps": [
      {
       "label": "Potrzebne są też starsze wiadomości – daję dostęp do czytania",
       "answers": {
        "co-z-poczta": "czytac"
       }
      },
      {
       "label": "Napisz do BOK o przekierowanie",
       "href": "/pomoc/"
      }
     ]
    },
    "wspolne-haslo": {
     "title": "Do odpisywania potrzebne jest hasło skrzynki",
     "lead": "Osobny dostęp pozwala czytać, ale nie wysyłać. Najpierw sprawdź, czy osoba nie może odpisywać ze swojego adresu – wtedy hasło nie jest potrzebne.",
     "can": [
      "Czytać, wysyłać i usuwać wszystko w tej skrzynce, jak jej właściciel."
     ],
     "cannot": [
      "Zajrzeć do innych skrzynek, plików ani Panelu klienta."
     ],
     "whyNotLess": "Mniejszy dostęp nie wysyła wiadomości. Żeby odpisywać z tego adresu, trzeba zalogować się jego hasłem.",
     "risk": "Kto zna hasło, pisze w imieniu firmy i nie widać, kto to zrobił. Takiego dostępu nie odbierzesz jednej osobie – trzeba zmienić hasło wszystkim.",
     "takeBack": "Zmień hasło na stronie „Skrzynki e-mail”. Zobaczysz wtedy listę osób, które znały stare, żeby powiedzieć im o zmianie.",
     "steps": [
      "Otwórz stronę „Skrzynki e-mail” i przy skrzynce wybierz „Zmień hasło”. Ustaw takie, którego nie używasz nigdzie indziej.",
      "Podaj nowe hasło przez telefon albo osobiście, nie e-mailem.",
      "Dopisz tę osobę pod „Kto zna hasło”.",
      "Gdy przestanie go potrzebować, zmień hasło jeszcze raz."
     ],
     "nextSteps": [
      {
       "label": "Może odpisywać ze swojego adresu – wystarczy czytać i porządkować",
       "answers": {
        "co-z-poczta": "porzadkowac"
       }
      },
      {
       "label": "Otwórz moje skrzynki",
       "href": "/panel/skrzynki/"
      }
     ]
    },
    "skrzynka-pracownika": {
     "title": "Imienna skrzynka należy do tej osoby",
     "lead": "Nie wchodź do niej po cichu. Zmiana hasła odcięłaby tę osobę od jej poczty, a o nadanym dostępie i tak dowie się z wiadomości, która trafi do skrzynki.",
     "can": [
      "Osoba może Ci przesłać potrzebne wiadomości albo ustawić przesyłanie nowych.",
      "Za jej zgodą możesz nadać dostęp do czytania, na wybrany czas."
     ],
     "cannot": [],
     "risk": "W skrzynce mogą być prywatne sprawy. Zanim ktoś inny zacznie ją czytać, ustalcie to na piśmie, a w razie wątpliwości zapytaj prawnika.",
     "steps": [
      "Napisz tej osobie, czego i po co potrzebujesz. Gotową wiadomość masz poniżej.",
      "Na przyszłość załóż wspólny adres, na przykład biuro@, i podawaj go klientom."
     ],
     "message": {
      "subject": "Poczta na czas Twojej nieobecności",
      "body": "Cześć,\n\nżeby sprawy klientów nie czekały, potrzebujemy wiadomości, które przychodzą na Twój adres. Wybierz, proszę, co Ci odpowiada:\n\n1. Prześlesz potrzebne wiadomości.\n2. Ustawisz przesyłanie nowych na wspólny adres.\n3. Zgodzisz się, żeby wskazana osoba czytała skrzynkę do ustalonego dnia. Dostanie własne hasło, a Twojego nie pozna.\n\nNapisz, którą drogę wybierasz i do kiedy."
     },
     "nextSteps": [
      {
       "label": "Wystarczą przesłane wiadomości",
       "answers": {
        "czyja": "wspolna",
        "co-z-poczta": "kilka"
       }
      },
      {
       "label": "Mamy zgodę – daję dostęp do czytania",
       "answers": {
        "czyja": "wspolna",
        "co-z-poczta": "czytac"
       }
      },
      {
       "label": "Załóżmy wspólną skrzynkę",
       "answers": {
        "czyja": "jeszcze-nie"
       }
      }
     ]
    },
    "po-odejsciu": {
     "title": "Zmień hasło i zdecyduj, co z adresem",
     "lead": "Nowe hasło od razu odcina tę osobę od skrzynki. Wiadomości zostają na miejscu.",
     "can": [
      "Odciąć dostęp osoby, która odeszła, także w telefonie i komputerze.",
      "Zachować skrzynkę tak długo, jak jest potrzebna, albo ją usunąć."
     ],
     "cannot": [],
     "risk": "W skrzynce mogą być prywatne sprawy tej osoby. Zanim ktoś zacznie je czytać, ustalcie zasady, a w razie wątpliwości zapytaj prawnika.",
     "takeBack": "Skrzynkę przeniesioną do kosza przywrócisz przez 7 dni, razem z wiadomościami i hasłem.",
     "steps": [
      "Otwórz stronę „Skrzynki e-mail” i przy skrzynce wybierz „Zmień hasło”.",
      "Na stronie „Kto ma dostęp” odbierz wszystkie dostępy tej osoby. Nowe hasło skrzynki ich nie kończy.",
      "Hasła wspólnych skrzynek, które znała, też zmień. Listy „Kto zna hasło” podpowiedzą, które to skrzynki.",
      "Zapowiedz stałym nadawcom nowy adres. Gdy przestaną pisać na stary, przenieś skrzynkę do kosza."
     ],
     "nextSteps": [
      {
       "label": "Ktoś ma jeszcze czytać tę skrzynkę",
       "answers": {
        "czyja": "wspolna",
        "co-z-poczta": "czytac"
       }
      },
      {
       "label": "Otwórz moje skrzynki",
       "href": "/panel/skrzynki/"
      },
      {
       "label": "Co jeszcze odebrać tej osobie",
       "href": "/poradniki/jak-dac-dostep/#odbierz"
      }
     ]
    },
    "zaloz-skrzynke": {
     "title": "Załóż wspólną skrzynkę",
     "lead": "Zajmie Ci to chwilę na stronie „Skrzynki e-mail”. Potem każdej osobie nadasz osobny dostęp, bez podawania hasła skrzynki.",
     "can": [],
     "cannot": [
      "Nikt poza Tobą nie pozna hasła skrzynki, dopóki go nie podasz."
     ],
     "steps": [
      "Otwórz stronę „Skrzynki e-mail” i wybierz „Nowa skrzynka”.",
      "Wpisz nazwę, na przykład biuro, i ustaw hasło. Zapisz je w menedżerze haseł.",
      "Wróć tutaj i nadaj dostęp osobom, które mają ją czytać."
     ],
     "nextSteps": [
      {
       "label": "Skrzynka już jest – kto ma ją czytać?",
       "answers": {
        "czyja": "wspolna"
       }
      },
      {
       "label": "Otwórz moje skrzynki",
       "href": "/panel/skrzynki/"
      }
     ]
    },
    "zapytaj": {
     "title": "Zapytaj, do czego potrzebuje skrzynki",
     "lead": "Wyślij tę wiadomość. Jeśli sprawa jest pilna, zacznij od dostępu do czytania – zakres zmienisz w każdej chwili.",
     "can": [],
     "cannot": [],
     "risk": "Nie podawaj hasła skrzynki na wszelki wypadek. Hasło otwiera wszystko i nie ma daty końca.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i wybierz, co ta osoba ma robić."
     ],
     "message": {
      "subject": "Do czego potrzebujesz tej skrzynki?",
      "body": "Cześć,\n\nchcę dać Ci dostęp do skrzynki, ale tylko taki, jaki jest potrzebny. Napisz mi, proszę:\n\n1. Wystarczy, że prześlę Ci kilka wiadomości?\n2. Chcesz tylko czytać czy też porządkować: przenosić, oznaczać i usuwać?\n3. Odpisujesz ze swojego adresu czy koniecznie z tego?\n4. Do kiedy potrzebujesz dostępu?\n\nPotem dostaniesz zaproszenie i ustawisz własne hasło. Mojego nie potrzebujesz."
     },
     "nextSteps": [
      {
       "label": "Na razie tylko czytanie",
       "answers": {
        "co-z-poczta": "czytac"
       }
      },
      {
       "label": "Mam odpowiedź – będzie też porządkować",
       "answers": {
        "co-z-poczta": "porzadkowac"
       }
      },
      {
       "label": "Mam odpowiedź – wystarczy kilka wiadomości",
       "answers": {
        "co-z-poczta": "kilka"
       }
      }
     ]
    },
    "bok": {
     "title": "Napisz do nas",
     "lead": "Biuro Obsługi Klienta (BOK) podpowie Ci najmniejszy dostęp, który wystarczy. Wiadomości w skrzynce my też nie zobaczymy.",
     "can": [],
     "cannot": [],
     "steps": [
      "Opisz własnymi słowami, co ktoś ma zrobić z pocztą.",
      "Jeśli przyszła od tej osoby wiadomość, wklej jej treść.",
      "Nie wysyłaj haseł. Nie są nam potrzebne."
     ],
     "nextSteps": []
    }
   }
  }
 },
 {
  "id": "sprzedaz-firmy",
  "routing": {
   "start": "co",
   "questions": {
    "co": {
     "konto": "na-jak-dlugo",
     "domena": "komu-domena",
     "nie-wiem": "zapytaj",
     "inne": "bok"
    },
    "na-jak-dlugo": {
     "na-jakis-czas": "dostep",
     "na-zawsze": "cesja-konta",
     "nie-wiem": "zapytaj"
    },
    "komu-domena": {
     "zarzadzanie": "zarzadzanie-domena",
     "wlasnosc": "cesja-domeny",
     "nie-wiem": "zapytaj"
    }
   }
  },
  "policy": {
   "questions": {
    "co": {
     "rules": [
      "R6",
      "R7",
      "R15"
     ]
    },
    "na-jak-dlugo": {
     "rules": [
      "R7",
      "R13"
     ]
    },
    "komu-domena": {
     "rules": [
      "R6",
      "R7"
     ]
    }
   },
   "outcomes": {
    "dostep": {
     "kind": "guide",
     "rules": [
      "R13"
     ]
    },
    "cesja-konta": {
     "kind": "own-act",
     "rules": [
      "R7",
      "R14"
     ]
    },
    "zarzadzanie-domena": {
     "kind": "own-act",
     "rules": [
      "R6",
      "R14"
     ]
    },
    "cesja-domeny": {
     "kind": "own-act",
     "rules": [
      "R7",
      "R14"
     ]
    },
    "zapytaj": {
     "kind": "own-act",
     "rules": [
      "R13",
      "R15"
     ]
    },
    "bok": {
     "kind": "support",
     "rules": [
      "R15"
     ]
    }
   },
   "narrowestFirst": {
    "na-jak-dlugo": [
     "na-jakis-czas",
     "na-zawsze"
    ],
    "komu-domena": [
     "zarzadzanie",
     "wlasnosc"
    ]
   }
  },
  "words": {
   "title": "Sprzedaję firmę albo coś przekazuję",
   "lead": "Przekazać coś na zawsze to nie to samo, co wpuścić kogoś na jakiś czas. Po dwóch pytaniach będzie jasne, co wybrać.",
   "questions": {
    "co": {
     "ask": "Co ma przejąć druga strona?",
     "short": "Co",
     "options": {
      "konto": {
       "label": "Całe konto – ze stronami, pocztą i usługami",
       "means": "Na przykład przy sprzedaży firmy albo zmianie jej formy."
      },
      "domena": {
       "label": "Samą domenę",
       "means": "Adres strony i poczty. Reszta konta pozostaje Twoja."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      },
      "inne": {
       "label": "Coś innego",
       "means": "Napiszesz do Biura Obsługi Klienta (BOK), a my podpowiemy, co dalej.",
       "aside": true
      }
     }
    },
    "na-jak-dlugo": {
     "ask": "Czy konto ma zmienić właściciela?",
     "short": "Na jak długo",
     "options": {
      "na-jakis-czas": {
       "label": "Nie – ktoś ma tylko coś na nim zrobić",
       "means": "Konto pozostaje Twoje. Dobierzesz najmniejszy dostęp, który wystarczy."
      },
      "na-zawsze": {
       "label": "Tak, na zawsze",
       "means": "To cesja. Biorą w niej udział obie strony, a Ty tracisz wstęp do konta."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    },
    "komu-domena": {
     "ask": "Czy domena ma należeć do kogoś innego?",
     "short": "Domena",
     "options": {
      "zarzadzanie": {
       "label": "Nie – inny klient ma tylko nią zarządzać",
       "means": "Domena pozostaje Twoja. Zarządzanie odbierzesz w każdej chwili."
      },
      "wlasnosc": {
       "label": "Tak, na zawsze",
       "means": "To cesja domeny. Przechodzi na konto innego klienta."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    }
   },
   "outcomes": {
    "dostep": {
     "title": "Wystarczy dostęp",
     "lead": "Konto pozostaje Twoje, a dostęp ma datę końca i odbierzesz go w każdej chwili. Cesja nie jest potrzebna.",
     "can": [],
     "cannot": [],
     "steps": [],
     "nextSteps": [
      {
       "label": "Ktoś ma pracować na plikach albo stronie",
       "href": "/kreator/informatyk/"
      },
      {
       "label": "Ktoś ma logować się do Panelu",
       "href": "/kreator/uzytkownik-panelu/"
      },
      {
       "label": "Jednak na zawsze",
       "answers": {
        "na-jak-dlugo": "na-zawsze"
       }
      }
     ]
    },
    "cesja-konta": {
     "title": "Przekaż konto przez cesję",
     "lead": "Cesja zmienia abonenta. Zrobicie ją elektronicznie, we dwie strony. Potem żadna nie cofnie jej sama.",
     "can": [
      "Nowy abonent przejmuje umowę, wszystkie usługi, pliki i pocztę.",
      "Strony i poczta działają dalej bez przerwy.",
      "O każdym dostępie innych osób decydujesz Ty – zostaje albo się kończy."
     ],
     "cannot": [
      "Po cesji nie wejdziesz na to konto i nie odbierzesz go.",
      "Nowy abonent nie pozna Twojego hasła. Ustawia własne."
     ],
     "whyNotLess": "Dostęp, nawet do całego konta, nie zmienia abonenta. Umowa i faktury pozostają wtedy na Ciebie.",
     "risk": "Wraz z kontem oddajesz całą pocztę i wszystkie pliki. Zapisz przedtem to, co chcesz mieć dla siebie.",
     "takeBack": "Do ostatniego potwierdzenia odwołasz cesję jednym przyciskiem. Potem powrót wymaga nowej cesji, z udziałem obu stron.",
     "steps": [
      "Otwórz stronę „Cesja” i wybierz „Całe konto”.",
      "Wpisz, kto przejmuje konto, i przepisz swój numer klienta.",
      "Zdecyduj o każdym dostępie i poczekaj na dane drugiej strony.",
      "Przeczytajcie podsumowanie. Potwierdza je każda ze stron."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Otwórz stronę cesji",
       "href": "/panel/cesja/"
      },
      {
       "label": "Jak przebiega cesja konta",
       "href": "/poradniki/cesja-konta/"
      },
      {
       "label": "Jednak tylko na jakiś czas",
       "answers": {
        "na-jak-dlugo": "na-jakis-czas"
       }
      }
     ]
    },
    "zarzadzanie-domena": {
     "title": "Przekaż samo zarządzanie domeną",
     "lead": "Inny klient będzie ustawiać rekordy DNS, a domena pozostanie Twoja. Odbierzesz to w każdej chwili.",
     "can": [
      "Ten klient zmieni rekordy DNS, czyli miejsce, do którego prowadzą strona i poczta."
     ],
     "cannot": [
      "Nie zmieni właściciela domeny ani danych abonenta.",
      "Nie wejdzie na Twoje konto."
     ],
     "takeBack": "Zarządzanie odbierzesz na stronie „Domeny”, od razu.",
     "steps": [
      "Poproś tego klienta o jego numer. Musi już mieć u nas konto.",
      "Otwórz stronę „Domeny” i przekaż zarządzanie."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Otwórz domeny",
       "href": "/panel/domeny/"
      },
      {
       "label": "Domena ma jednak zmienić właściciela",
       "answers": {
        "komu-domena": "wlasnosc"
       }
      }
     ]
    },
    "cesja-domeny": {
     "title": "Przekaż domenę przez cesję",
     "lead": "Domena przechodzi na konto innego klienta na zawsze. Reszta Twojego konta się nie zmienia.",
     "can": [
      "Nowy abonent decyduje o domenie i jej rekordach DNS.",
      "Strona i poczta działają dalej, bo rekordy się nie zmieniają."
     ],
     "cannot": [
      "Serwer, pliki i skrzynki nie przechodzą. Zostają u Ciebie.",
      "Po cesji nie odbierzesz domeny ani nie zmienisz jej rekordów."
     ],
     "whyNotLess": "Samo zarządzanie nie zmienia właściciela domeny.",
     "risk": "Nowy abonent może skierować pocztę z tej domeny do siebie. Zmień przedtem adresy, których używasz do logowania w innych miejscach.",
     "takeBack": "Do ostatniego potwierdzenia odwołasz cesję jednym przyciskiem. Potem powrót wymaga nowej cesji, z udziałem obu stron.",
     "steps": [
      "Sprawdź, czy druga strona ma u nas własne konto.",
      "Otwórz stronę „Cesja”, wybierz „Jedną domenę” i wskaż ją na liście.",
      "Wpisz, kto ją przejmuje, i przepisz jej nazwę.",
      "Przeczytajcie podsumowanie. Potwierdza je każda ze stron."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Otwórz stronę cesji",
       "href": "/panel/cesja/"
      },
      {
       "label": "Jak przebiega cesja domeny",
       "href": "/poradniki/cesja-domeny/"
      },
      {
       "label": "Wystarczy samo zarządzanie",
       "answers": {
        "komu-domena": "zarzadzanie"
       }
      }
     ]
    },
    "zapytaj": {
     "title": "Zapytaj, czego potrzebuje druga strona",
     "lead": "Nie oddawaj niczego na zapas. Wyślij tę wiadomość, a z odpowiedzią wróć do pytań.",
     "can": [],
     "cannot": [],
     "risk": "Jeśli w odpowiedzi ktoś poprosi o Twoje hasło, nie podawaj go. Cesja nie wymaga niczyjego hasła poza własnym.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i odpowiedz na pytania."
     ],
     "message": {
      "subject": "Co dokładnie mam przekazać?",
      "body": "Cześć,\n\nzanim cokolwiek przekażę, napisz mi, proszę:\n\n1. Chodzi o całe konto czy o samą domenę?\n2. Ma zmienić właściciela na zawsze, czy wystarczy możliwość zmian?\n3. Na kogo ma przejść – na osobę czy na firmę?"
     },
     "nextSteps": [
      {
       "label": "Mam odpowiedź – całe konto",
       "answers": {
        "co": "konto",
        "na-jak-dlugo": null
       }
      },
      {
       "label": "Mam odpowiedź – domena",
       "answers": {
        "co": "domena",
        "komu-domena": null
       }
      }
     ]
    },
    "bok": {
     "title": "Napisz do nas",
     "lead": "Biuro Obsługi Klienta (BOK) podpowie, czy to cesja, czy coś prostszego.",
     "can": [],
     "cannot": [],
     "steps": [
      "Opisz własnymi słowami, co ma przejść i na kogo.",
      "Nie wysyłaj haseł ani skanów dokumentów. Na początek nie są nam potrzebne."
     ],
     "nextSteps": []
    }
   }
  }
 },
 {
  "id": "uzytkownik-panelu",
  "routing": {
   "start": "kto",
   "questions": {
    "kto": {
     "z-firmy": "do-czego",
     "z-zewnatrz": "do-czego",
     "ksiegowa": "tylko-faktury",
     "nikogo": "zlecenie",
     "nie-wiem": "zapytaj",
     "inne": "bok"
    },
    "do-czego": {
     "jedna-rzecz": "jedna-rzecz",
     "licencje": "jaka-licencja",
     "cale-konto": "administrator",
     "na-zawsze": "cesja",
     "nie-wiem": "zapytaj"
    },
    "jaka-licencja": {
     "do-pracy": "licencja-do-pracy",
     "z-opieka": "opiekun-licencji",
     "nie-wiem": "zapytaj"
    }
   }
  },
  "policy": {
   "questions": {
    "kto": {
     "rules": [
      "R1",
      "R2",
      "R12",
      "R15"
     ]
    },
    "do-czego": {
     "rules": [
      "R1",
      "R2",
      "R3",
      "R7"
     ]
    },
    "jaka-licencja": {
     "rules": [
      "R4",
      "R5"
     ]
    }
   },
   "outcomes": {
    "jedna-rzecz": {
     "kind": "guide",
     "rules": [
      "R3",
      "R8",
      "R9",
      "R10",
      "R11"
     ]
    },
    "licencja-do-pracy": {
     "kind": "own-act",
     "rules": [
      "R4",
      "R5"
     ]
    },
    "opiekun-licencji": {
     "kind": "grant",
     "intent": {
      "kind": "panel-user",
      "role": "user",
      "days": 30
     },
     "rules": [
      "R2",
      "R4",
      "R5",
      "R13"
     ]
    },
    "administrator": {
     "kind": "grant",
     "intent": {
      "kind": "panel-user",
      "role": "administrator",
      "days": 30
     },
     "weighFirst": true,
     "rules": [
      "R1",
      "R13"
     ]
    },
    "tylko-faktury": {
     "kind": "own-act",
     "rules": [
      "R3",
      "R13"
     ]
    },
    "cesja": {
     "kind": "guide",
     "rules": [
      "R7"
     ]
    },
    "zlecenie": {
     "kind": "order",
     "rules": [
      "R12"
     ]
    },
    "zapytaj": {
     "kind": "own-act",
     "rules": [
      "R13",
      "R15"
     ]
    },
    "bok": {
     "kind": "support",
     "rules": [
      "R15"
     ]
    }
   },
   "narrowestFirst": {
    "do-czego": [
     "jedna-rzecz",
     "licencje",
     "cale-konto"
    ],
    "jaka-licencja": [
     "do-pracy",
     "z-opieka"
    ]
   }
  },
  "words": {
   "title": "Ktoś ma się logować do Panelu",
   "lead": "Panel otwiera całe konto albo tylko licencje. Po dwóch lub trzech pytaniach zobaczysz, czy naprawdę jest potrzebny.",
   "questions": {
    "kto": {
     "ask": "Kogo chcesz wpuścić?",
     "short": "Kto",
     "help": "Każda osoba dostaje własne logowanie. Swojego hasła nie podawaj nikomu.",
     "options": {
      "z-firmy": {
       "label": "Osobę z mojej firmy",
       "means": "Pracownika albo wspólnika. Zapytamy, czego ma używać."
      },
      "z-zewnatrz": {
       "label": "Informatyka, agencję albo inną osobę z zewnątrz",
       "means": "Zwykle wystarcza dostęp do jednej rzeczy, poza Panelem."
      },
      "ksiegowa": {
       "label": "Księgową – ma widzieć tylko faktury",
       "means": "Panel tak nie umie. Pokażemy, jak zrobić to bez oddawania konta."
      },
      "nikogo": {
       "label": "Wolę nikogo nie wpuszczać",
       "means": "Pracę mogą wykonać nasi administratorzy, odpłatnie. Nikomu nie podajesz haseł."
      },
      "nie-wiem": {
       "label": "Nie wiem, czy to potrzebne",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      },
      "inne": {
       "label": "Coś innego",
       "means": "Napiszesz do Biura Obsługi Klienta (BOK), a my podpowiemy, co dalej.",
       "aside": true
      }
     }
    },
    "do-czego": {
     "ask": "Czego ta osoba ma używać?",
     "short": "Do czego",
     "options": {
      "jedna-rzecz": {
       "label": "Jednej rzeczy – serwera, sklepu, bazy albo skrzynki",
       "means": "Panelu nie da się tak ograniczyć. Dostanie mniejszy dostęp, który wystarczy."
      },
      "licencje": {
       "label": "Programów z licencji, na przykład Office 365",
       "means": "Zobaczy tylko to, co jej przydzielisz. Reszta konta pozostanie zamknięta."
      },
      "cale-konto": {
       "label": "Wszystkiego na koncie",
       "means": "Zobaczy dane abonenta, każdą usługę i każdy plik. Najpierw powiemy, co to znaczy."
      },
      "na-zawsze": {
       "label": "Ma przejąć konto na zawsze",
       "means": "To nie dostęp, tylko cesja – konto zmienia abonenta."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    },
    "jaka-licencja": {
     "ask": "Ma używać swojej licencji czy zajmować się licencjami wszystkich?",
     "short": "Licencja",
     "options": {
      "do-pracy": {
       "label": "Używać swojej",
       "means": "Na przykład pisać w Wordzie. Do tego nie trzeba logować się do Panelu."
      },
      "z-opieka": {
       "label": "Zajmować się licencjami wszystkich",
       "means": "Będzie je przydzielać i odbierać w jednej usłudze. Reszty konta nie zobaczy."
      },
      "nie-wiem": {
       "label": "Nie wiem",
       "means": "Damy Ci gotowe pytanie. Wystarczy je wysłać.",
       "aside": true
      }
     }
    }
   },
   "outcomes": {
    "jedna-rzecz": {
     "title": "Panelu nie da się ograniczyć do jednej rzeczy",
     "lead": "Administrator widzi w nim całe konto, a użytkownik tylko swoje licencje. Niczego pomiędzy nie ma. Jest za to mniejszy dostęp poza Panelem – z własnym hasłem i datą końca.",
     "can": [],
     "cannot": [],
     "whyNotLess": "Zakres w Panelu można ograniczyć tylko do licencji. Przy serwerach, sklepach i skrzynkach takiej możliwości nie ma.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Chodzi o pliki na serwerze albo o stronę",
       "href": "/kreator/informatyk/"
      },
      {
       "label": "Chodzi o bazę danych",
       "href": "/kreator/baza-danych/"
      },
      {
       "label": "Chodzi o skrzynkę e-mail",
       "href": "/kreator/skrzynka/"
      },
      {
       "label": "Chodzi o ustawienia serwera lub domeny",
       "href": "/poradniki/jak-dac-dostep/#ustawienia"
      },
      {
       "label": "Wolę zlecić pracę Wam",
       "answers": {
        "kto": "nikogo"
       }
      },
      {
       "label": "Mimo wszystko całe konto – co to otwiera?",
       "answers": {
        "do-czego": "cale-konto"
       }
      }
     ]
    },
    "licencja-do-pracy": {
     "title": "Wystarczy przydzielić licencję",
     "lead": "Do używania programu ta osoba nie potrzebuje Panelu. Przydzielasz jej licencję, a ona loguje się wprost do usługi.",
     "can": [
      "Używać programu na własnej licencji, na przykład pisać dokumenty."
     ],
     "cannot": [
      "Zobaczyć danych abonenta, innych usług, plików ani domen.",
      "Przydzielać licencji innym."
     ],
     "takeBack": "Licencję odbierzesz w każdej chwili na stronie „Licencje”. Wróci do puli i przydzielisz ją komuś innemu.",
     "steps": [
      "Otwórz stronę „Licencje” i wybierz usługę. Jeśli strona jest pusta, na koncie nie ma takiej usługi.",
      "Wybierz „Przydziel licencję” i wpisz imię oraz adres e-mail tej osoby.",
      "Zostaw wybór „Do pracy”."
     ],
     "nextSteps": [
      {
       "label": "Otwórz licencje",
       "href": "/panel/licencje/"
      },
      {
       "label": "Ma zajmować się licencjami innych",
       "answers": {
        "jaka-licencja": "z-opieka"
       }
      },
      {
       "label": "Jak działają licencje",
       "href": "/poradniki/licencje/"
      }
     ]
    },
    "opiekun-licencji": {
     "title": "Wystarczy użytkownik Panelu z opieką nad licencjami",
     "lead": "Ta osoba dostanie własne logowanie do Panelu, a w nim zobaczy tylko licencje. Potem przydzielisz jej licencję „z opieką nad usługą” – i dopiero ona pozwala zajmować się resztą.",
     "can": [
      "Zobaczyć w Panelu licencje, które jej przydzielisz.",
      "Po przydzieleniu licencji z opieką – przydzielać i odbierać licencje tej jednej usługi."
     ],
     "cannot": [
      "Zobaczyć danych abonenta, plików, domen, poczty ani baz danych.",
      "Wpuścić kogokolwiek do Panelu.",
      "Zajmować się inną usługą niż ta, którą wskażesz."
     ],
     "whyNotLess": "Mniej to licencja do pracy, bez logowania do Panelu. Nie da się nią zajmować licencjami innych.",
     "risk": "Kto opiekuje się usługą, może odebrać licencję każdemu, także Tobie. W Office 365 widzi też ustawienia tej usługi dla całej firmy.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej zawiesisz go albo odbierzesz na stronie „Użytkownicy”. Licencję odbierasz osobno, na stronie „Licencje”.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Jednak tylko do pracy",
       "answers": {
        "jaka-licencja": "do-pracy"
       }
      },
      {
       "label": "Jak działają licencje",
       "href": "/poradniki/licencje/"
      }
     ]
    },
    "administrator": {
     "title": "Administrator Panelu widzi i może wszystko",
     "lead": "To największy dostęp, jaki możesz dać. Sprawdź najpierw, czy nie wystarczy coś mniejszego.",
     "can": [
      "Zmieniać wszystkie usługi i ich ustawienia – serwery, domeny, pocztę, bazy danych.",
      "Zobaczyć dane abonenta i wszystko inne, co widać na koncie.",
      "Czytać, zmieniać i usuwać wszystkie pliki na serwerach.",
      "Zmienić hasło każdej skrzynki, a wtedy przeczytać jej pocztę.",
      "Wpuszczać na konto kolejne osoby i odbierać im dostęp."
     ],
     "cannot": [
      "Stać się abonentem ani usunąć właściciela. Konto pozostaje Twoje.",
      "Poznać Twojego hasła. Ta osoba loguje się własnym."
     ],
     "whyNotLess": "Panelu nie da się otworzyć po kawałku. Jeśli chodzi o jedną rzecz albo o licencje, wybierz mniejszy dostęp.",
     "risk": "Jedna nieostrożna osoba wystarczy, by stracić dane albo wpuścić kogoś niepowołanego. Dodaj tylko kogoś, komu powierzysz całą firmową stronę i pocztę.",
     "takeBack": "Dostęp sam skończy się w wybranym dniu. Wcześniej zawiesisz go albo odbierzesz na stronie „Użytkownicy”. Potem zmień hasła, które ta osoba mogła poznać – do skrzynek i baz.",
     "steps": [],
     "nextSteps": [
      {
       "label": "Wystarczy jedna rzecz",
       "answers": {
        "do-czego": "jedna-rzecz"
       }
      },
      {
       "label": "Wystarczą licencje",
       "answers": {
        "do-czego": "licencje"
       }
      },
      {
       "label": "Wolę zlecić pracę Wam",
       "answers": {
        "kto": "nikogo"
       }
      },
      {
       "label": "Jak działają użytkownicy Panelu",
       "href": "/poradniki/uzytkownicy-panelu/"
      }
     ]
    },
    "tylko-faktury": {
     "title": "Faktury prześlij – bez dawania dostępu",
     "lead": "W Panelu nie da się pokazać samych faktur. Kto ma rolę administratora, widzi całe konto, a użytkownik nie widzi faktur wcale.",
     "can": [
      "Księgowa dostanie dokładnie te dokumenty, które wyślesz."
     ],
     "cannot": [
      "Nie zajrzy do Panelu, usług ani plików."
     ],
     "steps": [
      "Pobierz faktury w Panelu klienta.",
      "Prześlij je księgowej e-mailem.",
      "Ma dostawać je zawsze? Zapytaj BOK, czy mogą przychodzić także na jej adres."
     ],
     "nextSteps": [
      {
       "label": "Faktury przychodzą na wspólną skrzynkę – daję dostęp do niej",
       "href": "/kreator/skrzynka/"
      },
      {
       "label": "Zapytaj BOK",
       "href": "/pomoc/"
      }
     ]
    },
    "cesja": {
     "title": "Przejęcie konta na zawsze to cesja",
     "lead": "Cesja zmienia abonenta – konto przechodzi na inną osobę lub firmę. Biorą w niej udział obie strony i żadna nie cofnie jej sama. To nie jest dostęp, więc nie zaczynaj od zaproszenia do Panelu.",
     "can": [],
     "cannot": [],
     "steps": [],
     "nextSteps": [
      {
       "label": "Jak przebiega cesja",
       "href": "/poradniki/cesja-konta/"
      },
      {
       "label": "Jednak tylko na jakiś czas",
       "answers": {
        "do-czego": "cale-konto"
       }
      }
     ]
    },
    "zlecenie": {
     "title": "Zleć pracę naszym administratorom",
     "lead": "Usługi informatyczne to praca naszych administratorów na Twoich plikach i bazach danych. Nikogo z zewnątrz nie wpuszczasz, a dane zostają na miejscu.",
     "can": [
      "Nasi administratorzy wykonają opisane przez Ciebie zadanie na plikach lub bazie."
     ],
     "cannot": [
      "Nikt z zewnątrz nie dostaje hasła ani dostępu."
     ],
     "steps": [
      "Opisz, co trzeba zrobić i na której stronie.",
      "Poczekaj na odpowiedź z ceną i terminem.",
      "Zdecyduj, czy zlecasz pracę."
     ],
     "nextSteps": [
      {
       "label": "Jednak wpuszczę kogoś do jednej rzeczy",
       "answers": {
        "kto": "z-zewnatrz",
        "do-czego": "jedna-rzecz"
       }
      }
     ]
    },
    "zapytaj": {
     "title": "Zapytaj, do czego potrzebny jest Panel",
     "lead": "Nie dawaj niczego na zapas. Wyślij tę wiadomość, a z odpowiedzią wróć do pytań.",
     "can": [],
     "cannot": [],
     "risk": "Jeśli w odpowiedzi ktoś poprosi o Twoje hasło do Panelu, nie podawaj go. Hasło otwiera całe konto i nie ma daty końca.",
     "steps": [
      "Wyślij wiadomość.",
      "Gdy przyjdzie odpowiedź, wróć tutaj i wybierz, czego ta osoba ma używać."
     ],
     "message": {
      "subject": "Do czego potrzebujesz naszego Panelu?",
      "body": "Cześć,\n\nchcę dać Ci dostęp, ale tylko taki, jaki jest potrzebny. Napisz mi, proszę:\n\n1. Co chcesz zrobić?\n2. Chodzi o jedną rzecz (pliki, bazę, skrzynkę, domenę), o licencje czy o coś jeszcze?\n3. Do kiedy potrzebujesz dostępu?\n\nDostaniesz własne logowanie. Mojego hasła nie potrzebujesz."
     },
     "nextSteps": [
      {
       "label": "Mam odpowiedź – jedna rzecz",
       "answers": {
        "kto": "z-zewnatrz",
        "do-czego": "jedna-rzecz"
       }
      },
      {
       "label": "Mam odpowiedź – licencje",
       "answers": {
        "kto": "z-firmy",
        "do-czego": "licencje",
        "jaka-licencja": null
       }
      }
     ]
    },
    "bok": {
     "title": "Napisz do nas",
     "lead": "Biuro Obsługi Klienta (BOK) podpowie Ci najmniejszy dostęp, który wystarczy.",
     "can": [],
     "cannot": [],
     "steps": [
      "Opisz własnymi słowami, kto i po co ma wchodzić do Panelu.",
      "Jeśli przyszła od tej osoby wiadomość, wklej jej treść.",
      "Nie wysyłaj haseł. Nie są nam potrzebne."
     ],
     "nextSteps": []
    }
   }
  }
 }
];
