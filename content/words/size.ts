const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;
/** Decimal, as plans are sold: 5 GB is 5,000,000,000 bytes. */
const STEP = 1000;

const number = new Intl.NumberFormat('pl', { maximumSignificantDigits: 3, useGrouping: false });

/** „1,2 GB”: how much room something takes; three digits are as much as anybody compares. */
export function sizeWords(bytes: number): string {
  if (bytes < STEP) return `${Math.round(bytes)}\u00a0B`;
  let left = bytes / STEP;
  let unit = 0;
  while (Number(left.toPrecision(3)) >= STEP && unit < UNITS.length - 1) {
    left /= STEP;
    unit += 1;
  }
  return `${number.format(left)}\u00a0${UNITS[unit]}`;
}
