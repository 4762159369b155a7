const rules = new Intl.PluralRules('pl');
const number = new Intl.NumberFormat('pl');

/** The forms a Polish noun takes after a number: 1 dzień, 2 dni, 5 dni, 1,5 dnia. */
export interface Forms {
  one: string;
  few: string;
  many: string;
  other: string;
}

/** „22 osoby”: the number and the noun in its right form, never parted at a line's end. */
export function counted(n: number, forms: Forms): string {
  const form = rules.select(n);
  const noun = form === 'one' ? forms.one : form === 'few' ? forms.few : form === 'many' ? forms.many : forms.other;
  return `${number.format(n)}\u00a0${noun}`;
}

export const DAYS: Forms = { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' };
export const HOURS: Forms = { one: 'godzina', few: 'godziny', many: 'godzin', other: 'godziny' };
export const MINUTES: Forms = { one: 'minuta', few: 'minuty', many: 'minut', other: 'minuty' };
