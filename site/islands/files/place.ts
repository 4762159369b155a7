import { isFileRef, nameOf, parentRef } from '../../../contract/files/path.ts';
import { visibleName } from '../../words/names.ts';

export const FILES = '/panel/pliki/';
export const BIN = '/panel/pliki/kosz/';

/** The directory that an address means; what is none means the top. */
export function placeIn(search: string): string {
  const ref = new URLSearchParams(search).get('w') ?? '/';
  return isFileRef(ref) ? ref : '/';
}

/** The address of a directory, or of a directory with one thing in it pointed out. */
export function addressOf(serviceId: string, ref: string, pointed?: string): string {
  const query = new URLSearchParams({ usluga: serviceId, w: ref, ...(pointed === undefined ? {} : { plik: pointed }) });
  return `${FILES}?${query}`;
}

/** What an address points out in its directory. */
export function pointedIn(search: string): string | null {
  const ref = new URLSearchParams(search).get('plik');
  return ref !== null && isFileRef(ref) ? ref : null;
}

export const binAddress = (serviceId: string): string => `${BIN}?${new URLSearchParams({ usluga: serviceId })}`;

/** A directory and all above it, the top first. */
export function wayTo(ref: string): string[] {
  const way = [ref];
  for (let above = ref; above !== '/'; ) {
    above = parentRef(above);
    way.unshift(above);
  }
  return way;
}

const TOP = 'Cały serwer';

/** A directory's or a file's name as it is shown. */
export const shownName = (ref: string): string => (ref === '/' ? TOP : visibleName(nameOf(ref)));

/** „/public_html/zdjęcia”: a whole path as it is shown. */
export const shownPath = (ref: string): string =>
  ref === '/'
    ? '/'
    : `/${wayTo(ref)
        .slice(1)
        .map((one) => visibleName(nameOf(one)))
        .join('/')}`;
