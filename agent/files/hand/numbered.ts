const MOST_BYTES = 255;

/** `nazwa.txt` as `nazwa (2).txt`: a name for something that is put beside what has its name. Never longer than a name may be. */
export function numbered(name: Buffer, n: number): Buffer {
  const dot = name.lastIndexOf('.');
  const [stem, ending] =
    dot > 0 && name.length - dot <= 16 ? [name.subarray(0, dot), name.subarray(dot)] : [name, Buffer.alloc(0)];
  const number = Buffer.from(` (${n})`);
  return Buffer.concat([cut(stem, MOST_BYTES - number.length - ending.length), number, ending]);
}

/** No letter is cut in half: what follows a cut is never the rest of one. */
function cut(stem: Buffer, most: number): Buffer {
  let end = Math.min(most, stem.length);
  while (end > 0 && end < stem.length && ((stem[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return stem.subarray(0, end);
}
