import type { GrantView } from '../../../contract/index.ts';
import { exactMomentWords } from '../../words/dates.ts';
import { stepsOf } from './steps.ts';

/** The life of a grant as a row of times. */
export const GrantSteps = ({ grant }: { grant: GrantView }) => (
  <ol class="steps">
    {stepsOf(grant).map(({ label, at, step }) => (
      <li key={label} data-step={step} aria-current={step === 'now' ? 'step' : undefined}>
        {label}
        {at === null ? null : <time dateTime={new Date(at).toISOString()}>{exactMomentWords(at)}</time>}
      </li>
    ))}
  </ol>
);
