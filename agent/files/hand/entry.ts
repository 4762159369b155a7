import { type FileEntry, nameOf } from '../../../contract/files/index.ts';
import { type Look, leadsTo, lookAt } from '../../system/look.ts';

/** Something in an open directory as a browser is told of it; null when it is not there. */
export function describeEntry(directory: number, name: Buffer, ref: string): FileEntry | null {
  const look = lookAt(directory, name);
  return look && describeLook(look, ref, look.type === 'link' ? leadsTo(directory, name) : null);
}

export const describeLook = (look: Look, ref: string, leads: string | null = null): FileEntry => ({
  ref,
  name: nameOf(ref),
  type: look.type,
  size: look.type === 'file' ? look.size : 0,
  changedAt: look.changedAt,
  mode: `0${(look.mode & 0o777).toString(8).padStart(3, '0')}`,
  leadsTo: leads,
  etag: look.type === 'file' ? etagOf(look) : null,
});

export const etagOf = ({ version }: Look): string => `"${version}"`;
