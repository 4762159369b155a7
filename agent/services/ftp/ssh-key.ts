/** A public key as OpenSSH writes it (`type base64`), in the RFC 4716 form that ProFTPD's mod_sftp reads. */
export function toRfc4716(openSsh: string): string {
  const [, blob = ''] = openSsh.trim().split(/\s+/);
  return ['---- BEGIN SSH2 PUBLIC KEY ----', ...(blob.match(/.{1,70}/g) ?? []), '---- END SSH2 PUBLIC KEY ----', ''].join('\n');
}

/** The way back, from what really stands in the table; the type is read from the key's own bytes. Null when it is no key. */
export function fromRfc4716(text: string): string | null {
  const match =
    /^---- BEGIN SSH2 PUBLIC KEY ----\n((?:[A-Za-z-]+: .*\n)*)([A-Za-z0-9+/=\n]+)\n---- END SSH2 PUBLIC KEY ----\n?$/.exec(text);
  if (!match?.[2]) return null;
  const blob = match[2].replaceAll('\n', '');
  const type = keyType(Buffer.from(blob, 'base64'));
  return type === null ? null : `${type} ${blob}`;
}

/** An SSH key blob begins with its type: four bytes of length, then the name (RFC 4253, 6.6). */
function keyType(blob: Buffer): string | null {
  if (blob.length < 4) return null;
  const length = blob.readUInt32BE(0);
  if (length === 0 || length > 64 || blob.length < 4 + length) return null;
  const type = blob.toString('latin1', 4, 4 + length);
  return /^[a-z0-9@.-]+$/.test(type) ? type : null;
}
