import { dayAfter, dayOf, untilWords } from '../../words/dates.ts';
import { Agreement, Choices } from './Choice.tsx';
import { type EndChoice, endFault, endMoment } from './end-date.ts';
import { Field, tied } from './Field.tsx';

const OPTIONS = [
  { value: '1', label: 'Do jutra', hint: 'Na jedną szybką poprawkę.' },
  { value: '7', label: 'Przez 7\u00a0dni', hint: 'Zwykle wystarcza. Datę zmienisz w\u00a0każdej chwili.' },
  { value: '30', label: 'Przez 30\u00a0dni', hint: 'Na dłuższą pracę.' },
  { value: 'date', label: 'Do wybranego dnia' },
  { value: 'never', label: 'Do odwołania', hint: 'Dostęp trwa, dopóki go nie odbierzesz.' },
] as const;
/** What lasts as long as somebody's work has no end of its own: that choice comes first there. */
const ENDLESS_FIRST = [...OPTIONS.slice(-1), ...OPTIONS.slice(0, -1)];

interface EndDateProps {
  choice: EndChoice;
  onChange: (part: Partial<EndChoice>) => void;
  error: string | null;
  now: number;
  /** True where no end is the usual end, so that nobody is asked twice about it. */
  usuallyEndless?: boolean;
}

/** Until when: an end date for everything; none at all takes a second, deliberate touch. */
export function EndDate({ choice, onChange, error, now, usuallyEndless = false }: EndDateProps) {
  const moment = endFault(choice, now) === null ? endMoment(choice, now) : null;
  return (
    <>
      <Choices
        id="end"
        legend="Do kiedy"
        options={usuallyEndless ? ENDLESS_FIRST : OPTIONS}
        value={choice.end}
        onValue={(end) => onChange({ end, endless: usuallyEndless && end === 'never' })}
      />
      {choice.end === 'date' ? (
        <Field id="notAfter" label="Ostatni dzień dostępu" hint="Dostęp skończy się z końcem tego dnia, o 23:59." error={error}>
          <input
            {...tied('notAfter', true, error)}
            type="date"
            value={choice.date}
            min={dayOf(now)}
            max={dayAfter(now, 729)}
            onInput={(event) => onChange({ date: event.currentTarget.value })}
          />
        </Field>
      ) : null}
      {choice.end === 'never' && !usuallyEndless ? (
        <Agreement
          id="notAfter"
          label="Wiem, że ten dostęp sam się nie skończy. Odbiorę go, gdy nie będzie potrzebny."
          checked={choice.endless}
          onChecked={(endless) => onChange({ endless })}
          error={error}
        />
      ) : null}
      {moment === null ? null : <p class="hint">Dostęp będzie działać {untilWords(moment, now)}.</p>}
    </>
  );
}
