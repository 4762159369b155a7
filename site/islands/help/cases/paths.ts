/** Where a customer's case is; `sent` says on arrival that it has just been opened. */
export const casePath = (id: string, sent = false): string =>
  `/panel/pomoc/sprawa/?${new URLSearchParams({ id, ...(sent ? { wyslano: '' } : {}) })}`;
