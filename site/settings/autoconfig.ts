import type { ConnectionTo } from './connection.ts';
import { escaped } from './xml.ts';

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What the file must be called to be found: Thunderbird looks into its folder `isp` for the address's domain. */
export const autoconfigName = ({ address }: ConnectionTo<'mailbox'>): string => `${domainOf(address)}.xml`;

/**
 * A profile in Mozilla's autoconfig format 1.1, which Thunderbird and others read; without a password.
 *
 * Readers insist on an outgoing server, and this access has none: the one written down is never added, and the person's
 * own is used instead. Source: https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat
 */
export function autoconfigProfile({ user, address, mail }: ConnectionTo<'mailbox'>): string {
  const domain = escaped(domainOf(address));
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="${domain}">
    <domain>${domain}</domain>
    <displayName>${escaped(address)}</displayName>
    <displayShortName>${escaped(address)}</displayShortName>
    <incomingServer type="imap">
      <hostname>${escaped(mail.host)}</hostname>
      <port>${mail.imapsPort}</port>
      <socketType>SSL</socketType>
      <username>${escaped(user)}</username>
      <authentication>password-cleartext</authentication>
    </incomingServer>
    <outgoingServer type="smtp">
      <hostname>${escaped(mail.host)}</hostname>
      <port>465</port>
      <socketType>SSL</socketType>
      <authentication>none</authentication>
      <addThisServer>false</addThisServer>
      <useGlobalPreferredServer>true</useGlobalPreferredServer>
    </outgoingServer>
  </emailProvider>
</clientConfig>
`;
}
