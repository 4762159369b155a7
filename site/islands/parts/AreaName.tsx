import type { GrantSpec } from '../../../contract/index.ts';
import { wordsOf } from '../../words/kinds/index.ts';

/** What a grant opens: the noun as words, the name as it is on the server. */
export function AreaName({ spec }: { spec: GrantSpec }) {
  const { noun, name } = wordsOf(spec).area(spec);
  if (name === null) return <>{noun}</>;
  return (
    <>
      {noun} <span class="path">{name}</span>
    </>
  );
}
