const TYPES = ['ssh-ed25519', 'ssh-rsa', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'];

/** Reads one OpenSSH public key line and gives it back as `type base64`, without options and comment; null when it is not one. */
export function readPublicKey(line: string): string | null {
  const [type, blob, ...rest] = line.trim().split(/\s+/);
  if (!type || !blob || !TYPES.includes(type) || rest.join(' ').includes('PRIVATE')) return null;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(blob) || blob.length % 4 !== 0) return null;
  const fields = fieldsOf(Uint8Array.from(atob(blob), (character) => character.charCodeAt(0)));
  return fields && fields.length > 1 && new TextDecoder().decode(fields[0]) === type ? `${type} ${blob}` : null;
}

/** RFC 4253, 6.6 and RFC 8709: a key blob is a row of length-prefixed fields, the first of which is its type; null when they do not fill it. */
function fieldsOf(blob: Uint8Array): Uint8Array[] | null {
  const fields: Uint8Array[] = [];
  for (let at = 0; at < blob.length; ) {
    if (at + 4 > blob.length) return null;
    const end = at + 4 + new DataView(blob.buffer, at).getUint32(0);
    if (end > blob.length) return null;
    fields.push(blob.subarray(at + 4, end));
    at = end;
  }
  return fields;
}
