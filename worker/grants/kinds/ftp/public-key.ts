const TYPES = ['ssh-ed25519', 'ssh-rsa', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'];

/** Reads one OpenSSH public key line and gives it back as `type base64`, without options and comment; null when it is not one. */
export function readPublicKey(line: string): string | null {
  const [type, blob, ...rest] = line.trim().split(/\s+/);
  if (!type || !blob || !TYPES.includes(type) || rest.join(' ').includes('PRIVATE')) return null;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(blob) || blob.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(blob), (character) => character.charCodeAt(0));
  return innerType(bytes) === type && bytes.length > type.length + 8 ? `${type} ${blob}` : null;
}

/** RFC 4253, 6.6: a key blob begins with its type as a length-prefixed string. */
function innerType(blob: Uint8Array): string | null {
  if (blob.length < 4) return null;
  const length = new DataView(blob.buffer).getUint32(0);
  return length > 40 ? null : new TextDecoder().decode(blob.subarray(4, 4 + length));
}
