import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { isInTransition } from '../../words/grants.ts';
import { AreaName } from '../parts/AreaName.tsx';
import { StateWord } from '../parts/KeyTag.tsx';
import { useLive } from '../parts/use-live.ts';
import { takenWords } from './people-words.ts';
import { type Course, decidedSo, refused } from './review-course.ts';

interface ReviewTakenProps {
  course: Course;
  onSeen: (grant: GrantView) => void;
}

/** What was taken back on this page, followed to its end, and what could not be saved. */
export function ReviewTaken({ course, onSeen }: ReviewTakenProps) {
  const taken = decidedSo(course, 'end');
  const moving = taken.filter(isInTransition);
  const look = async () => {
    const read = moving.map(({ id: grantId }) =>
      call((options) => api.grants[':grantId'].$get({ param: { grantId } }, options), { quiet: true }),
    );
    for (const result of await Promise.all(read)) if (result.ok) onSeen(result.value);
  };
  useLive(moving.length > 0, look);
  const failed = refused(course);
  return (
    <>
      {failed.length > 0 ? (
        <div class="notice" data-tone="danger" role="alert">
          <p>Tego nie udało się zapisać. Zapytamy o to jeszcze raz na końcu.</p>
          <ul>
            {failed.map(({ id, grantee }) => (
              <li key={id}>
                {grantee.name}: {course.marks.get(id)?.message}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {taken.length > 0 ? (
        <section>
          <h2>Odebrane w tym przeglądzie</h2>
          <ul class="rows">
            {taken.map((grant) => (
              <li key={grant.id} class="row">
                <p class="row-who">
                  <a href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`}>{grant.grantee.name}</a>{' '}
                  <span>
                    <AreaName spec={grant.spec} />
                  </span>
                </p>
                <StateWord grant={grant} />
                <p class="row-note">{takenWords(grant)}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
