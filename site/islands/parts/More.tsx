import type { Failure } from '../../api/result.ts';
import { Act } from './Act.tsx';
import { Refusal } from './Refusal.tsx';

interface MoreProps {
  pages: { next: string | null; moreFailed: Failure | null; loadMore: () => void };
  word?: string;
}

/** The way to the next page of a list, where there is one. */
export const More = ({ pages: { next, moreFailed, loadMore }, word = 'Pokaż następne' }: MoreProps) => (
  <>
    <Refusal failed={moreFailed} />
    {next ? (
      <Act tone="quiet" onAct={loadMore}>
        {word}
      </Act>
    ) : null}
  </>
);
