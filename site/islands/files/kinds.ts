import { MOST_EDITED_BYTES } from '../../../contract/files/door.ts';
import type { FileEntry } from '../../../contract/files/server.ts';

const PICTURES = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;
const TEXTS =
  /(?:^\.[a-z0-9_-]+|\.(?:txt|md|markdown|html?|xhtml|css|scss|less|js|mjs|cjs|ts|jsx|tsx|json|xml|ya?ml|sql|php\d?|phtml|inc|tpl|twig|ini|conf|cfg|env|log|csv|tsv|sh|py|rb|pl|htaccess|htpasswd|po|srt|vcf|ics))$/i;

export type FileKind = 'directory' | 'link' | 'picture' | 'text' | 'file' | 'other';

/** What something is to a person; by its name, as nobody reads a file only to list it. */
export function kindOf({ type, name }: Pick<FileEntry, 'type' | 'name'>): FileKind {
  if (type !== 'file') return type;
  if (PICTURES.test(name)) return 'picture';
  return TEXTS.test(name) ? 'text' : 'file';
}

/** True for what opens as text at once; the rest is looked at first. */
export const isEditable = (entry: Pick<FileEntry, 'type' | 'name' | 'size'>): boolean =>
  kindOf(entry) === 'text' && entry.size <= MOST_EDITED_BYTES;
