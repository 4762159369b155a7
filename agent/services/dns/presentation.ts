/** Which field of a record's data is the name of a host; the server writes those with a dot at the end, the contract without. */
const HOST_AT: Partial<Record<string, number>> = { CNAME: 0, NS: 0, MX: 1, SRV: 3 };

const onHost = (type: string, data: string, change: (host: string) => string): string => {
  const at = HOST_AT[type];
  if (at === undefined) return data;
  return data
    .split(' ')
    .map((field, index) => (index === at && field !== '.' ? change(field) : field))
    .join(' ');
};

/** A record's data as PowerDNS takes it. */
export const toServer = (type: string, data: string): string => onHost(type, data, (host) => `${host}.`);

/** A record's data in the contract's form, as far as PowerDNS' own differs. */
export const fromServer = (type: string, content: string): string =>
  type === 'AAAA' ? withoutDots(content) : onHost(type, content, (host) => host.replace(/\.$/, ''));

/** An address that holds an IPv4 one comes back as `::ffff:192.0.2.1`, which PowerDNS itself would refuse to take. */
const withoutDots = (address: string): string =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (...[, a, b, c, d]) =>
    [
      [a, b],
      [c, d],
    ]
      .map(([high, low]) => (Number(high) * 256 + Number(low)).toString(16))
      .join(':'),
  );
