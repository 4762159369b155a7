import { DEMO_IDS } from './data.ts';
import type { PersonName } from './people.ts';

type DemoDatabase = { owner: PersonName; serviceId: string; tree: string; name: string; sql: string };

/** What the demo's customers keep in MariaDB: `name` is what comes after the service's prefix. */
export const DATABASES: readonly DemoDatabase[] = [
  {
    owner: 'ownerA',
    serviceId: DEMO_IDS.serviceA,
    tree: 'zielnik',
    name: 'sklep',
    sql: `
CREATE TABLE produkty (id INT PRIMARY KEY AUTO_INCREMENT, nazwa VARCHAR(100) NOT NULL, cena DECIMAL(8,2) NOT NULL);
INSERT INTO produkty (nazwa, cena) VALUES ('Bazylia w doniczce', 12.50), ('Mięta pieprzowa', 11.00), ('Lubczyk – sadzonka', 9.90), ('Susz lipowy 50 g', 14.20);
CREATE TABLE zamowienia (id INT PRIMARY KEY AUTO_INCREMENT, produkt_id INT NOT NULL, klient VARCHAR(100) NOT NULL, zlozone DATE NOT NULL,
  FOREIGN KEY (produkt_id) REFERENCES produkty (id));
INSERT INTO zamowienia (produkt_id, klient, zlozone) VALUES (1, 'Zofia Wójcik', '2026-10-02'), (3, 'Łukasz Żak', '2026-10-05'), (4, 'Zofia Wójcik', '2026-10-19');
`,
  },
  {
    owner: 'ownerA',
    serviceId: DEMO_IDS.serviceA,
    tree: 'zielnik',
    name: 'blog',
    sql: `
CREATE TABLE wpisy (id INT PRIMARY KEY AUTO_INCREMENT, tytul VARCHAR(200) NOT NULL, tresc TEXT NOT NULL, opublikowano DATE);
INSERT INTO wpisy (tytul, tresc, opublikowano) VALUES ('Kiedy siać bazylię', 'Najlepiej w kwietniu, na parapecie od południa.', '2026-04-03'),
  ('Jak suszyć zioła', 'W cieniu i przewiewie, nigdy na słońcu.', '2026-08-21'), ('Zimowy parapet', 'Szkic.', NULL);
`,
  },
  {
    owner: 'ownerB',
    serviceId: DEMO_IDS.serviceB,
    tree: 'warsztat',
    name: 'strona',
    sql: `
CREATE TABLE uslugi (id INT PRIMARY KEY AUTO_INCREMENT, nazwa VARCHAR(100) NOT NULL, cena DECIMAL(8,2) NOT NULL);
INSERT INTO uslugi (nazwa, cena) VALUES ('Wymiana oleju', 180.00), ('Przegląd roczny', 350.00), ('Wyważanie kół', 120.00);
`,
  },
];

/** Nobody's database; whoever reads the `_` of a grant as "any character" gets in here. */
export const NEIGHBOUR_SQL = `
CREATE DATABASE IF NOT EXISTS zielnikXsklep;
CREATE OR REPLACE TABLE zielnikXsklep.tajne (id INT PRIMARY KEY, tresc VARCHAR(100) NOT NULL);
INSERT INTO zielnikXsklep.tajne VALUES (1, 'Tego nie może zobaczyć nikt z zielnika.');
`;
