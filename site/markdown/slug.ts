import { fold } from '../../contract/fold.ts';

/** An ASCII address fragment for Polish text: `Źródła i łącza` → `zrodla-i-lacza`. */
export function asciiSlug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
