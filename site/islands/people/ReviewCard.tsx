import type { GrantView } from '../../../contract/index.ts';
import { GrantTag } from '../parts/KeyTag.tsx';
import { originWords } from './people-words.ts';
import type { Course, Mark } from './review-course.ts';

interface ReviewActProps {
  letter: string;
  keys: boolean;
  tone?: 'button-quiet' | 'button-danger';
  onAct: () => void;
  children: string;
}

/** A button with its letter. The second press of a double click meets the next grant, so it counts for nothing. */
const ReviewAct = ({ letter, keys, tone, onAct, children }: ReviewActProps) => (
  <button
    type="button"
    class={`button ${tone ?? ''}`}
    aria-keyshortcuts={keys ? letter : undefined}
    onClick={(event) => {
      if (event.detail < 2) onAct();
    }}
  >
    {children}
    {keys ? (
      <span class="key" aria-hidden="true">
        {letter}
      </span>
    ) : null}
  </button>
);

const MARKED: Record<Mark['decision'], string> = { keep: 'Już wybrane: zostaje.', end: 'Już odebrany. Tego nie cofniesz.' };

interface ReviewCardProps {
  course: Course;
  grant: GrantView;
  now: number;
  keys: boolean;
  onKeep: () => void;
  onEnd: () => void;
  onBack: () => void;
}

/** One grant, big, and the one question about it. */
export function ReviewCard({ course, grant, now, keys, onKeep, onEnd, onBack }: ReviewCardProps) {
  const mark = course.marks.get(grant.id);
  const taken = mark?.decision === 'end' && mark.state !== 'failed';
  const number = course.doneBefore + course.at + 1;
  return (
    <section class="review" aria-labelledby="review-progress">
      <h2 id="review-progress" class="review-progress">
        {number} z {Math.max(course.total, number)}
      </h2>
      <progress aria-labelledby="review-progress" max={course.total} value={number - 1} />
      <div aria-live="polite" aria-atomic="true">
        <GrantTag key={grant.id} grant={grant} now={now} heading="h3">
          <p class="tag-note">{originWords(grant)}</p>
          {grant.why ? <p class="tag-note">Dlaczego taki: {grant.why.sentence}</p> : null}
          {mark ? <p class="tag-note">{MARKED[mark.decision]}</p> : null}
        </GrantTag>
      </div>
      <div class="acts review-acts">
        <ReviewAct letter="Z" keys={keys} onAct={onKeep}>
          {taken ? 'Dalej' : 'Zostaje'}
        </ReviewAct>
        {taken ? null : (
          <ReviewAct letter="O" keys={keys} tone="button-danger" onAct={onEnd}>
            Odbierz
          </ReviewAct>
        )}
        {course.at > 0 ? (
          <ReviewAct letter="W" keys={keys} tone="button-quiet" onAct={onBack}>
            Wróć
          </ReviewAct>
        ) : null}
      </div>
    </section>
  );
}
