import type { Page } from 'playwright-core';
import { DEMO_IDS } from '../../../demo/data.ts';
import { actOn, asset } from '../story/assets.ts';
import { CESSION } from '../story/cession.ts';
import { DOMAINS, settled, zonePage } from '../story/domains.ts';
import { button, dialog, radio } from '../story/teller.ts';
import { open, type Shot, sees } from './shot.ts';

const MAIN = { id: DEMO_IDS.domainA, name: 'zielnik.example' };
const owners = (name: string, what: string, path: string, ready: Shot['ready']): Shot => ({
  name,
  what,
  as: 'ownerA',
  at: () => path,
  ready,
});

async function passOn(page: Page): Promise<void> {
  await actOn(page, 'Przekaż zarządzanie', MAIN.name).click();
  await page.getByLabel('Numer klienta').fill('100300');
}

async function lookBeforePassingOn(page: Page): Promise<void> {
  await passOn(page);
  await button(page, 'Sprawdź przed przekazaniem').click();
  await sees('Sprawdź, zanim przekażesz zarządzanie')(page);
}

async function changeTheShop(page: Page): Promise<void> {
  await settled(page);
  await actOn(page, 'Zmień', `sklep.${MAIN.name}, A, 192.0.2.11`).click();
  await page.locator('.line [name^="data-"]').fill('192.0.2.12');
}

async function lookBeforeChanging(page: Page): Promise<void> {
  await changeTheShop(page);
  await button(page, 'Sprawdź zmianę').click();
  await sees('Sprawdź zmianę, zanim ją zapiszesz')(page);
}

async function openNewest(page: Page): Promise<void> {
  await page.locator('.change summary').first().click();
}

async function importFile(page: Page): Promise<void> {
  const file = '@ 3600 IN SOA ns.stary.example. root.stary.example. 1 2 3 4 5\nblog 300 IN A 192.0.2.40\n';
  await page.getByLabel('Treść pliku').fill(file);
  await button(page, 'Sprawdź, co się zmieni').click();
  await sees('Tego z pliku nie weźmiemy')(page);
}

async function beginCession(page: Page): Promise<void> {
  await radio(page, 'Jedną domenę').check();
  await radio(page, 'sklep-zielnik.example').check();
  await page.getByLabel('Kto przejmuje').fill('Jan Zieliński');
}

async function mistypeNip(page: Page): Promise<void> {
  await page.getByLabel('Pełna nazwa firmy').fill('Nowa sp. z o.o.');
  await page.getByRole('textbox', { name: 'NIP' }).fill('526-025-02-75');
  await page.locator('.field-error').waitFor();
}

const DOMAIN_SHOTS: readonly Shot[] = [
  open('guide-domain', 'Guide: a domain for another client to manage', '/poradniki/domena-dla-innego-klienta/'),
  open('guide-dns', 'Guide: DNS records', '/poradniki/rekordy-dns/'),
  open('question-domain', 'Wizard: somebody should look after a domain', '/kreator/domena/'),
  owners('domains', 'Domains of the account', DOMAINS, (page) => asset(page, MAIN.name).waitFor()),
  owners('domains-pass-on', 'Passing the management of a domain on', DOMAINS, passOn),
  owners('domains-pass-on-look', 'Passing a domain on: the last look before the act', DOMAINS, lookBeforePassingOn),
  {
    name: 'domains-offered',
    what: 'A domain that another client offers',
    as: 'ownerC',
    at: () => DOMAINS,
    ready: sees('Proponuje'),
  },
  owners('zone', 'Records of a domain', zonePage(MAIN), settled),
  owners('zone-change', 'A change being collected', zonePage(MAIN), changeTheShop),
  owners('zone-review', 'A change of records, before and after', zonePage(MAIN), lookBeforeChanging),
  owners('zone-history', 'Who changed what in a domain', zonePage(MAIN, 'historia'), openNewest),
  owners('zone-file', 'A zone file with a record that cannot stand beside another', zonePage(MAIN, 'plik'), importFile),
  owners('zone-servers', 'Name servers and DNSSEC of a domain', zonePage(MAIN, 'serwery'), sees('DS 1, w całości')),
];

const CESSION_SHOTS: readonly Shot[] = [
  open('guide-cession', 'Guide: cession of an account', '/poradniki/cesja-konta/'),
  open('guide-cession-domain', 'Guide: cession of a domain', '/poradniki/cesja-domeny/'),
  open('question-cession', 'Wizard: the firm is sold', '/kreator/sprzedaz-firmy/'),
  owners('cession', 'Beginning a cession', CESSION, beginCession),
  {
    name: 'cession-decide',
    what: 'A cession: each access kept or ended on purpose',
    as: 'ownerB',
    at: (shelf) => shelf.cession.giver,
    ready: sees('Kto zachowa dostęp?'),
  },
  {
    name: 'cession-confirm',
    what: 'A cession: the last look before one’s word',
    as: 'ownerB',
    at: (shelf) => shelf.cession.giver,
    async ready(page) {
      await button(page, 'Wszystko zostaje').click();
      await dialog(page).waitFor();
    },
  },
  { name: 'cession-offered', what: 'A cession offered to somebody new', at: (shelf) => shelf.cession.taker, ready: mistypeNip },
];

/** Pages of domains that others manage, and of what passes on for good. */
export const PASSING: readonly Shot[] = [...DOMAIN_SHOTS, ...CESSION_SHOTS];
