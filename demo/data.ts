import { aHost, anAccount, aStaffMember, type Person, plant } from '../tests/support/build/index.ts';
import type { Edge } from '../tests/support/stage/edge.ts';
import { demoHelp } from './help.ts';
import { DEMO_PASSWORD, HOST_NAME, PEOPLE, type PersonName } from './people.ts';

/** Ids stay the same, so that a second start finds everything where it was and adds nothing. */
export const DEMO_IDS = {
  host: 'demo-host',
  accountA: 'demo-zielnik',
  accountB: 'demo-warsztat',
  accountC: 'demo-polka',
  serviceA: 'demo-zielnik-www',
  serviceA2: 'demo-zielnik-test',
  serviceB: 'demo-warsztat-www',
  antivirusA: 'demo-zielnik-antywirus',
  officeA: 'demo-zielnik-office',
  domainA: 'demo-zielnik-domena',
  domainA2: 'demo-zielnik-sklep',
} as const;

/** What the demo's customer has of Office 365: Business Standard, of which the cloud that is played here knows too. */
export const DEMO_OFFICE = {
  product: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
  tenant: 'zielnik.onmicrosoft.example',
  seats: 3,
} as const;

const CREATED = Date.UTC(2026, 0, 5, 9);
const person = (name: PersonName): Person => ({
  id: `demo-${name}`,
  name: PEOPLE[name].name,
  email: PEOPLE[name].email,
  password: DEMO_PASSWORD,
});

/** Puts the demo's people, accounts and hosting server into D1; whatever is there already stays as it is. */
export async function plantDemo(edge: Pick<Edge, 'db' | 'environment'>): Promise<void> {
  if (edge.environment !== 'development')
    throw new Error('Demo data carry a password that everyone can read; they are for development only.');
  const { host, accountA, accountB, accountC, serviceA, serviceA2, serviceB } = DEMO_IDS;
  const zielnik = anAccount({ id: accountA, name: 'Zielnik', clientNumber: '100100', createdAt: CREATED })
    .withOwner(person('ownerA'))
    .withAdministrator(person('administratorA'))
    .withAdministrator(person('inBoth'))
    .withHosting({ id: serviceA, name: 'zielnik.example', hostId: host, tree: 'zielnik', domains: ['zielnik.example'] })
    .withHosting({ id: serviceA2, name: 'Serwer testowy', hostId: host, tree: 'zielnik-test', plan: { maxDatabases: 1 } })
    .withLicence({ id: DEMO_IDS.antivirusA, name: 'Antywirus', seats: 5 })
    .withLicence({
      id: DEMO_IDS.officeA,
      name: 'Office 365',
      vendor: 'microsoft',
      ...DEMO_OFFICE,
    })
    .withDomain({ id: DEMO_IDS.domainA, domain: 'zielnik.example', hostId: host })
    .withDomain({ id: DEMO_IDS.domainA2, domain: 'sklep-zielnik.example', hostId: host });
  const warsztat = anAccount({ id: accountB, name: 'Warsztat Maj', clientNumber: '100200', createdAt: CREATED })
    .withOwner(person('ownerB'))
    .with('user', person('inBoth'))
    .withHosting({ id: serviceB, name: 'warsztat.example', hostId: host, tree: 'warsztat', domains: ['warsztat.example'] });
  const polka = anAccount({ id: accountC, name: 'Pusta Półka', clientNumber: '100300', createdAt: CREATED }).withOwner(
    person('ownerC'),
  );
  const accounts = await Promise.all([zielnik, warsztat, polka].map((account) => account.rows()));
  const staff = await Promise.all([
    aStaffMember('support', person('support'), CREATED),
    aStaffMember('operator', person('operator'), CREATED),
  ]);
  const rows = [aHost({ id: host, name: HOST_NAME, createdAt: CREATED }), ...accounts, ...staff];
  await plant(edge.db, ...rows, ...demoHelp(DEMO_IDS, Date.now()));
}
