import { DEMO_IDS } from '../demo/data.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import type { Meter } from './meter.ts';

const PEOPLE = {
  first: { name: 'Ewa Lis', email: 'ewa@bench.example' },
  second: { name: 'Jan Kot', email: 'jan@bench.example' },
};
const params = { serviceId: DEMO_IDS.antivirusA };

/** Assigns a seat that Klucznik itself keeps, changes it, passes it on and withdraws it; what its vendor's courier does is counted too. */
export async function changeLicences(meter: Meter, owner: ApiClient): Promise<void> {
  await meter.call(owner, 'listLicences');
  const given = await meter.call(owner, 'assignSeat', { params, body: { person: PEOPLE.first, role: 'user', notAfter: null } });
  const { id: grantId, version } = JSON.parse(given) as { id: string; version: number };
  await meter.call(owner, 'listSeats', { params, query: { limit: '20' } }, ', 20');
  await meter.call(owner, 'changeSeat', { params: { ...params, grantId }, body: { version, role: 'administrator' } });
  const moved = await meter.call(owner, 'moveSeat', { params: { ...params, grantId }, body: { person: PEOPLE.second } });
  const { id: other } = JSON.parse(moved) as { id: string };
  const gone = await meter.call(owner, 'withdrawSeat', { params: { ...params, grantId: other } });
  if (!gone.includes('"state":"ended"')) throw new Error('a withdrawn seat is not over');
}
