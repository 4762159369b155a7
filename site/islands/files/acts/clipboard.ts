import { parentRef } from '../../../../contract/files/path.ts';

/** What was cut or copied here, to be pasted into another directory of the same service. */
export interface Clipboard {
  post: '/moves' | '/copies';
  refs: readonly string[];
}

/** What pasting into a directory means: nothing for what was cut in it, a second copy for what was copied in it. */
export function pasteInto({ post, refs }: Clipboard, into: string): 'nothing' | 'keep-both' | 'ask' {
  if (!refs.some((ref) => parentRef(ref) === into)) return 'ask';
  return post === '/moves' ? 'nothing' : 'keep-both';
}
