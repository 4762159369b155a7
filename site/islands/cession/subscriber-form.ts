import type { Subscriber } from '../../../contract/index.ts';
import { bareDigits, isNip, isRegon } from '../../../contract/numbers.ts';
import { type FieldProblem, failure } from '../../api/result.ts';

/** The data of a new subscriber as they are typed. */
export type SubscriberDraft = Record<'type' | 'name' | 'nip' | 'regon' | 'address' | 'postcode' | 'city', string>;
export type SubscriberField = Exclude<keyof SubscriberDraft, 'type'>;

export const EMPTY_SUBSCRIBER: SubscriberDraft = {
  type: 'company',
  name: '',
  nip: '',
  regon: '',
  address: '',
  postcode: '',
  city: '',
};

const isCompany = (draft: SubscriberDraft) => draft.type === 'company';
/** „70001” and „70 001” are understood as well. */
const postcodeOf = (typed: string) => bareDigits(typed).replace(/^(\d{2})(\d{3})$/, '$1-$2');

type Code = 'required' | 'nip-invalid' | 'regon-invalid' | 'postcode-invalid';

/** What is wrong with one field once it has been filled in. */
function faultOf(field: SubscriberField, draft: SubscriberDraft): Code | null {
  const value = draft[field].trim();
  if (field === 'regon') return value === '' || isRegon(bareDigits(value)) ? null : 'regon-invalid';
  if (value === '') return 'required';
  if (field === 'nip') return isNip(bareDigits(value)) ? null : 'nip-invalid';
  if (field === 'postcode') return /^\d{2}-\d{3}$/.test(postcodeOf(value)) ? null : 'postcode-invalid';
  return null;
}

const COMPANY_FIELDS = ['name', 'nip', 'regon', 'address', 'postcode', 'city'] as const;
const PERSON_FIELDS = ['name', 'address', 'postcode', 'city'] as const;
export const fieldsOf = (draft: SubscriberDraft): readonly SubscriberField[] =>
  isCompany(draft) ? COMPANY_FIELDS : PERSON_FIELDS;

const problemOf = (field: SubscriberField, code: Code): FieldProblem => ({
  field: `subscriber.${field}`,
  code,
  message: failure(code).message,
});

/** Everything that is wrong, in the order of the fields. */
export const subscriberProblems = (draft: SubscriberDraft): FieldProblem[] =>
  fieldsOf(draft).flatMap((field) => {
    const code = faultOf(field, draft);
    return code ? [problemOf(field, code)] : [];
  });

const ENOUGH: Partial<Record<SubscriberField, (digits: number) => boolean>> = {
  nip: (digits) => digits >= 10,
  regon: (digits) => digits === 9 || digits >= 14,
  postcode: (digits) => digits >= 5,
};

/** A number is judged as soon as all its digits are there, and never while it is still being typed. */
export function whileTyping(field: SubscriberField, draft: SubscriberDraft): string | null {
  if (!ENOUGH[field]?.(bareDigits(draft[field]).length)) return null;
  const code = faultOf(field, draft);
  return code ? problemOf(field, code).message : null;
}

/** True for a number whose check digit fits: said at once, so that nobody wonders. */
export const isRight = (field: 'nip' | 'regon', draft: SubscriberDraft): boolean =>
  draft[field].trim() !== '' && faultOf(field, draft) === null;

/** The draft as it is sent. */
export function subscriberOf(draft: SubscriberDraft): Subscriber {
  const seat = { address: draft.address.trim(), postcode: postcodeOf(draft.postcode), city: draft.city.trim() };
  const name = draft.name.trim();
  if (!isCompany(draft)) return { type: 'person', name, ...seat };
  return { type: 'company', name, nip: bareDigits(draft.nip), regon: bareDigits(draft.regon) || null, ...seat };
}
