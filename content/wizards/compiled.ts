// Written by `npm run wizards` from the YAML files beside it. Change those.
import type { Flow } from '../wizard-engine/index.ts';

export const FLOWS: readonly Flow[] = [
 {
  "id": "informatyk",
  "routing": {
   "start": "zadanie",
   "questions": {
    "zadanie": {
     "pliki": "zakres",
     "baza": "baza-danych",
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
     "czytac": "poczta-czytanie",
     "zarzadzac": "poczta-w-panelu",
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
     "baza": "baza-danych",
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
    "baza-danych": {
     "kind": "guide",
     "rules": [
      "R9",
      "R13",
      "R14"
     ]
    },
    "poczta-ustawienie": {
     "kind": "own-act",
     "rules": [
      "R10",
      "R13"
     ]
    },
    "poczta-czytanie": {
     "kind": "guide",
     "rules": [
      "R10",
      "R13",
      "R14"
     ]
    },
    "poczta-w-panelu": {
     "kind": "own-act",
     "rules": [
      "R10",
      "R14"
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
     "kind": "guide",
     "weighFirst": true,
     "rules": [
      "R1",
      "R11",
      "R13",
      "R14"
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
       "means": "Leży w niej treść strony lub sklepu. Wystarczy hasło do tej jednej bazy."
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
       "means": "Potrzebne jest hasło do tej skrzynki. Pokażemy, jak je dać i jak potem odebrać."
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
       "means": "Do niej Panel nie jest potrzebny. Wystarczy hasło do tej jednej bazy."
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
    "baza-danych": {
     "title": "Wystarczy hasło do tej jednej bazy",
     "lead": "Zawartość bazy zmienia się w phpMyAdmin – to strona do pracy na bazie danych. Wchodzi się do niej nazwą i hasłem bazy, nie przez Panel.",
     "can": [
      "Czytać, zmieniać i usuwać wszystko w tej bazie.",
      "Zrobić kopię bazy i ją wczytać."
     ],
     "cannot": [
      "Zakładać ani usuwać baz – to robisz Ty w Panelu.",
      "Zobaczyć innych baz, plików, poczty ani Panelu klienta."
     ],
     "whyNotLess": "Każda baza ma jedno własne hasło. Nie da się nim otworzyć tylko części bazy.",
     "risk": "W bazie bywają dane Twoich klientów. Kto ma hasło, może je skopiować albo usunąć. Przed pracą zrób kopię bazy.",
     "takeBack": "Gdy praca się skończy, zmień hasło bazy w Panelu. Nowe hasło wpisz też w konfiguracji strony – bez tego strona przestanie działać.",
     "steps": [
      "Zaloguj się do Panelu klienta, przejdź do swojego serwera i otwórz listę baz danych.",
      "Znajdź bazę i zapisz jej nazwę oraz adres phpMyAdmin.",
      "Jeśli nie znasz hasła, poszukaj go w konfiguracji strony. Możesz też ustawić nowe, ale wtedy wpisz je również w konfiguracji.",
      "Nazwę bazy i adres wyślij e-mailem, a hasło innym sposobem – na przykład podaj je przez telefon."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Potrzebne są też pliki",
       "answers": {
        "zadanie": "pliki"
       }
      },
      {
       "label": "Nie chcę podawać hasła – zlecę to Wam",
       "answers": {
        "zadanie": "bez-obcych"
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
    "poczta-czytanie": {
     "title": "Potrzebne jest hasło tej skrzynki",
     "lead": "Bez hasła nikt nie przeczyta skrzynki – ani Ty, ani my. Daj hasło tymczasowe, a po pracy ustaw nowe.",
     "can": [
      "Czytać, wysyłać i usuwać wiadomości z tej jednej skrzynki."
     ],
     "cannot": [
      "Zajrzeć do innych skrzynek, plików ani Panelu klienta."
     ],
     "whyNotLess": "Skrzynka ma jedno hasło i otwiera się nim w całości. Jeśli chodzi o kilka wiadomości, po prostu je prześlij.",
     "risk": "Hasłem do skrzynki można wysyłać wiadomości w Twoim imieniu i ustawić nowe hasła w innych serwisach, w których podano ten adres.",
     "takeBack": "Ustaw w Panelu nowe hasło skrzynki. Od tej chwili hasło tymczasowe już nie otworzy skrzynki.",
     "steps": [
      "Zaloguj się do Panelu klienta, przejdź do swojego serwera i otwórz listę skrzynek.",
      "Ustaw przy tej skrzynce nowe, tymczasowe hasło.",
      "Adres skrzynki wyślij e-mailem, a hasło innym sposobem – na przykład podaj je przez telefon.",
      "Po zakończonej pracy ustaw nowe hasło i wpisz je na swoich urządzeniach."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
      {
       "label": "Chodzi tylko o ustawienie poczty na urządzeniu",
       "answers": {
        "sprawa-poczty": "ustawic"
       }
      }
     ]
    },
    "poczta-w-panelu": {
     "title": "Zrobisz to w Panelu w chwilę",
     "lead": "Skrzynki zakładasz, usuwasz i zmieniasz im hasła w Panelu klienta. Informatyk nie potrzebuje do tego dostępu.",
     "can": [
      "Informatyk podpowie Ci nazwę skrzynki i ustawi ją potem na urządzeniach."
     ],
     "cannot": [
      "Nie zajrzy do Panelu ani do poczty."
     ],
     "risk": "Razem ze skrzynką znikają wszystkie jej wiadomości. Zanim ją usuniesz, zrób kopię.",
     "steps": [
      "Zaloguj się do Panelu klienta, przejdź do swojego serwera i otwórz listę skrzynek.",
      "Załóż nową skrzynkę albo wybierz tę, którą chcesz zmienić lub usunąć.",
      "Przy nowym haśle pamiętaj, żeby wpisać je też na swoich urządzeniach."
     ],
     "newPlatformOnly": true,
     "nextSteps": [
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
     "lead": "To największy dostęp, jaki możesz dać. Sprawdź najpierw, czy nie wystarczy coś mniejszego. Tutaj tego dostępu jeszcze nie nadasz – zrobisz to w Panelu klienta.",
     "can": [
      "Zmieniać wszystkie usługi i wszystkie ich ustawienia – serwery, domeny, pocztę, sklepy.",
      "Zobaczyć dane abonenta i wszystko inne, co widać na koncie.",
      "Czytać, zmieniać i usuwać wszystkie pliki na serwerach.",
      "Zmieniać hasła, na przykład do skrzynek i baz."
     ],
     "cannot": [
      "Stać się abonentem. Konto pozostaje Twoje, a dane abonenta się nie zmieniają."
     ],
     "whyNotLess": "Panelu nie da się otworzyć po kawałku. Jeśli chodzi tylko o pliki, bazę, pocztę lub jedną zmianę, wybierz mniejszy dostęp.",
     "risk": "Jedna nieostrożna osoba wystarczy, by stracić dane albo wpuścić kogoś niepowołanego. Dodaj tylko kogoś, komu powierzysz całą firmową stronę i pocztę.",
     "takeBack": "Usuń tę osobę z użytkowników Panelu. Potem zmień hasła, które mogła poznać – do skrzynek, baz i FTP.",
     "steps": [
      "Zaloguj się do Panelu klienta jako właściciel konta.",
      "Otwórz użytkowników Panelu i dodaj nową osobę.",
      "Wybierz rolę „administrator”. Nie podawaj nikomu własnego hasła.",
      "Zapisz w kalendarzu, kiedy ten dostęp odbierzesz."
     ],
     "newPlatformOnly": true,
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
        "zadanie": "baza"
       }
      },
      {
       "label": "Mam odpowiedź – chodzi o pocztę",
       "answers": {
        "zadanie": "poczta",
        "sprawa-poczty": null
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
 }
];
