import { sha256Hex } from '../../contract/index.ts';
import { actorOf } from '../audit/index.ts';
import { grantViewOf, listGrants } from '../grants/index.ts';
import { type App, define, refuse } from '../http/index.ts';
import { accountExists, findAccount, lookIntoAccount } from './customers.ts';
import { addHost, type Enrolment, hostViewOf, listHosts, renewEnrolment } from './hosts.ts';

const ENROLMENT_MS = 60 * 60 * 1000;

/** A one-time token of 256 bits, and what is kept of it. */
async function newEnrolment(now: number): Promise<{ token: string; enrolment: Enrolment }> {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  return { token, enrolment: { enrolHash: await sha256Hex(token), enrolUntil: now + ENROLMENT_MS } };
}

function mountCustomers(app: App): void {
  app.openapi(define('findCustomer'), async (c) => {
    const db = c.get('db');
    const customer = (await findAccount(db, c.req.valid('query').clientNumber)) ?? refuse('not-found');
    const services = await lookIntoAccount(db, actorOf(c.get('caller'), c.req.raw), customer.id, Date.now());
    const { id, name, clientNumber } = customer;
    return c.json({ id, name, clientNumber, services }, 200);
  });
  app.openapi(define('listCustomerGrants'), async (c) => {
    const { customerId } = c.req.valid('param');
    if (!(await accountExists(c.get('db'), customerId))) return refuse('not-found');
    const { rows, next } = await listGrants(c.get('db'), customerId, { ...c.req.valid('query'), order: 'person', show: 'live' });
    const now = Date.now();
    // How to sign in, and what the customer answered on the way, are not for support's eyes.
    const grants = rows.map((row) => {
      const { connection: _connection, why: _why, ...view } = grantViewOf(row, now);
      return view;
    });
    return c.json({ grants, next }, 200);
  });
}

function mountHosts(app: App): void {
  app.openapi(define('listHosts'), async (c) => {
    const now = Date.now();
    return c.json({ hosts: (await listHosts(c.get('db'))).map((row) => hostViewOf(row, now)) }, 200);
  });
  app.openapi(define('createHost'), async (c) => {
    const now = Date.now();
    const { token, enrolment } = await newEnrolment(now);
    const row = (await addHost(c.get('db'), c.req.valid('json').name, enrolment, now)) ?? refuse('name-taken');
    return c.json({ host: hostViewOf(row, now), token, expiresAt: enrolment.enrolUntil }, 201);
  });
  app.openapi(define('renewHostToken'), async (c) => {
    const now = Date.now();
    const { token, enrolment } = await newEnrolment(now);
    const row = (await renewEnrolment(c.get('db'), c.req.valid('param').hostId, enrolment)) ?? refuse('not-found');
    return c.json({ host: hostViewOf(row, now), token, expiresAt: enrolment.enrolUntil }, 201);
  });
}

/** What the provider's own people do: look a customer up, and look after hosting servers. */
export function mountStaff(app: App): void {
  mountCustomers(app);
  mountHosts(app);
}
