import type { Role } from '../../../contract/index.ts';
import { type Person, personRow } from './person.ts';
import type { Rows } from './rows.ts';

export interface Account {
  id?: string;
  name?: string;
  clientNumber?: string;
  createdAt?: number;
}
export interface Hosting {
  id?: string;
  name?: string;
  /** Id of the host it lives on. */
  hostId: string;
  /** Folder below the host's customers root. */
  tree?: string;
  /** Domains whose mail it keeps. */
  domains?: readonly string[];
  /** What its plan holds; as much as the usual plan unless said otherwise. */
  plan?: Plan;
}
/** A licence service with bought seats. */
export interface Licence {
  id?: string;
  name?: string;
  vendor?: 'own' | 'microsoft' | 'acronis';
  product?: string;
  tenant?: string;
  seats: number;
}
/** A domain whose DNS a host keeps. */
export interface Domain {
  id?: string;
  domain: string;
  hostId: string;
}
/** Counts, and bytes. */
export type Plan = Partial<Record<'maxDatabases' | 'databaseBytes' | 'maxMailboxes' | 'mailBytes', number>>;

/** What one account consists of, with the parts that tests ask for by name. */
export type AccountRows = Required<Pick<Rows, 'account' | 'user' | 'membership' | 'service' | 'serviceDomain'>>;

export class AccountBuilder {
  readonly id: string;
  readonly #account: Account;
  readonly #people: { person: Person & { id: string }; role: Role }[] = [];
  readonly #hostings: (Hosting & { id: string })[] = [];
  readonly #licences: (Licence & { id: string })[] = [];
  readonly #domains: (Domain & { id: string })[] = [];

  constructor(account: Account) {
    this.id = account.id ?? crypto.randomUUID();
    this.#account = account;
  }

  with(role: Role, person: Person = {}): this {
    this.#people.push({ person: { ...person, id: person.id ?? crypto.randomUUID() }, role });
    return this;
  }

  withOwner(person: Person = {}): this {
    return this.with('owner', person);
  }

  withAdministrator(person: Person = {}): this {
    return this.with('administrator', person);
  }

  withHosting(hosting: Hosting): this {
    this.#hostings.push({ ...hosting, id: hosting.id ?? crypto.randomUUID() });
    return this;
  }

  withLicence(licence: Licence): this {
    this.#licences.push({ ...licence, id: licence.id ?? crypto.randomUUID() });
    return this;
  }

  withDomain(domain: Domain): this {
    this.#domains.push({ ...domain, id: domain.id ?? crypto.randomUUID() });
    return this;
  }

  /** The Panel itself, licences and domains. */
  #otherServices(): AccountRows['service'] {
    const accountId = this.id;
    return [
      { id: `panel-${accountId}`, accountId, kind: 'panel', name: 'Panel klienta', hostId: 'edge', tree: accountId },
      ...this.#licences.map(({ id, name = 'Antywirus', vendor = 'own' as const, product = null, tenant = null, seats }) => ({
        id,
        accountId,
        kind: 'licence' as const,
        name,
        hostId: `vendor-${vendor}`,
        tree: id,
        vendor,
        product,
        tenant,
        seatsBought: seats,
      })),
      ...this.#domains.map(({ id, domain, hostId }) => ({
        id,
        accountId,
        kind: 'domain' as const,
        name: domain,
        hostId,
        tree: domain,
      })),
    ];
  }

  async rows(): Promise<AccountRows> {
    const { name = 'Firma Nowak', clientNumber = this.id.slice(0, 20), createdAt = Date.now() } = this.#account;
    return {
      account: [{ id: this.id, name, clientNumber, createdAt }],
      user: await Promise.all(this.#people.map(({ person }) => personRow(person, createdAt))),
      membership: this.#people.map(({ person, role }) => ({ userId: person.id, accountId: this.id, role })),
      service: [
        ...this.#otherServices(),
        ...this.#hostings.map(({ id, name: serviceName = 'Hosting', hostId, tree = `t-${id.toLowerCase()}`, plan }) => ({
          id,
          accountId: this.id,
          kind: 'hosting' as const,
          name: serviceName,
          hostId,
          tree,
          ...plan,
        })),
      ],
      serviceDomain: this.#hostings.flatMap(({ id, domains = [] }) => domains.map((domain) => ({ domain, serviceId: id }))),
    };
  }
}

/** `await anAccount().withOwner().withHosting({ hostId }).rows()`. A person with the id of another is the same person. */
export const anAccount = (account: Account = {}): AccountBuilder => new AccountBuilder(account);
