import type { GrantSpec } from '../../../contract/index.ts';
import { wordsOf } from '../../words/kinds/index.ts';

/** Where a long name breaks without looking torn: after the „@” of an address, before a further part of a path. */
const PARTS = /(?<=@)|(?<=.)(?=\/)/;

/** What a grant opens: the noun as words, the name as it is on the server. */
export function AreaName({ spec }: { spec: GrantSpec }) {
  const { noun, name } = wordsOf(spec).area(spec);
  if (name === null) return <>{noun}</>;
  return (
    <>
      {noun}{' '}
      <span class="path">
        {name.split(PARTS).map((part, at) => (
          <>
            {at > 0 ? <wbr /> : null}
            {part}
          </>
        ))}
      </span>
    </>
  );
}
