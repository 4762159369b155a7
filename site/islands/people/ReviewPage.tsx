import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewView } from '../../../contract/index.ts';
import { dayWords } from '../../words/dates.ts';
import { grantsCounted } from '../list/list-words.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useNow } from '../parts/use-now.ts';
import { ReviewCard } from './ReviewCard.tsx';
import { ReviewTaken } from './ReviewTaken.tsx';
import { type Course, decidedSo } from './review-course.ts';
import { useKeys } from './use-keys.ts';
import { type Review, useReview } from './use-review.ts';

const KEPT = 'klucznik:skroty';
const lettersAreOn = () => localStorage.getItem(KEPT) !== 'nie';

/** Before the first question: what it is, how long it takes, and the letters. */
function Intro({ view, review }: { view: ReviewView; review: Review }) {
  const going = view.startedAt !== null && view.left > 0;
  return (
    <>
      <p class="lead">Pokażemy po kolei każdy obecny dostęp. Przy każdym wybierz: zostaje albo odbierz.</p>
      <ul>
        <li>„Zostaje” niczego nie zmienia. „Odbierz” kończy dostęp od razu, bez dodatkowego pytania.</li>
        <li>Możesz przerwać w każdej chwili. To, co już wybrane, jest zapisane.</li>
        <li>Najszybciej idzie z klawiatury: Z – zostaje, O – odbierz, W – wróć do poprzedniego.</li>
      </ul>
      {view.lastFinishedAt === null ? null : <p>Ostatni przegląd: {dayWords(view.lastFinishedAt)}.</p>}
      {going ? (
        <p>
          Przegląd już trwa. Za Tobą: {view.done}. Zostało: {view.left}.
        </p>
      ) : null}
      <Refusal failed={review.failed} onRetry={review.start} />
      <p class="acts">
        <Act busy={review.busy} onAct={going ? () => review.resume(view) : review.start}>
          {going ? 'Wróć do przeglądu' : 'Zacznij przegląd'}
        </Act>
      </p>
    </>
  );
}

function Done({ course }: { course: Course }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const taken = decidedSo(course, 'end').length;
  const kept = decidedSo(course, 'keep').length;
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        Przegląd skończony
      </h2>
      <div class="notice" data-tone="ok">
        <p>
          <strong>
            Zostaje: {grantsCounted(kept)}. Odebrane: {grantsCounted(taken)}.
          </strong>{' '}
          Za rok przypomnimy o następnym przeglądzie.
        </p>
      </div>
      <p class="acts">
        <a class="button" href="/panel/">
          Zobacz, kto ma dostęp
        </a>
      </p>
    </>
  );
}

function Letters({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="pick">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          localStorage.setItem(KEPT, event.currentTarget.checked ? 'tak' : 'nie');
          onChange(event.currentTarget.checked);
        }}
      />
      Skróty klawiszowe: Z, O, W
    </label>
  );
}

function Going({ course, review }: { course: Course; review: Review }) {
  const now = useNow();
  const [keys, setKeys] = useState(lettersAreOn);
  const grant = course.grants[course.at];
  const onKeep = () => void review.decide('keep');
  const onEnd = () => void review.decide('end');
  useKeys(() => lettersAreOn() && !review.over, { z: onKeep, o: onEnd, w: review.back });
  if (review.over) return <Done course={course} />;
  if (!grant) return review.failed ? <Refusal failed={review.failed} onRetry={review.goOn} /> : <Skeleton lines={1} />;
  return (
    <>
      <ReviewCard {...{ course, grant, now, keys, onKeep, onEnd }} onBack={review.back} />
      <Letters on={keys} onChange={setKeys} />
    </>
  );
}

/** The yearly look-through: one access after another, each kept or taken back by one touch. */
export default function ReviewPage() {
  const review = useReview();
  const { first, course } = review;
  if (!course) {
    if (!first.value) return first.failed ? <Refusal failed={first.failed} onRetry={first.reload} /> : <Skeleton lines={1} />;
    return <Intro view={first.value} review={review} />;
  }
  return (
    <>
      <Going course={course} review={review} />
      <ReviewTaken course={course} onSeen={review.seen} />
    </>
  );
}
