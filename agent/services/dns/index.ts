import type { Endpoints, HostAnswer } from '../../../contract/index.ts';
import { type ApiOptions, PowerdnsApi } from './api.ts';
import { orFault } from './faults.ts';
import type { ServerOptions } from './zone-content.ts';
import { ZoneService } from './zone-service.ts';

export { examineDns } from './examine.ts';

export type DnsOptions = ApiOptions & ServerOptions;

/** Zones on PowerDNS, which need not run yet. */
export function openDnsService(options: DnsOptions) {
  const zones = new ZoneService(new PowerdnsApi(options), options);
  return {
    zones,
    /** With which keys a zone is signed. */
    keys: (zone: string): Promise<HostAnswer> =>
      orFault(async () => ({ ok: true as const, found: { about: 'zone-keys' as const, ds: await zones.ds(zone) } })),
  };
}

/** The servers that answer for this host's zones. */
export const describeDnsEndpoint = ({ nameservers }: ServerOptions): NonNullable<Endpoints['dns']> => ({
  nameservers: [...nameservers],
});
