import { parse } from 'yaml';
import { z } from 'zod';
import { SETTINGS } from '../../contract/index.ts';

const line = z.string().trim().min(1);
/** A line the provider may leave empty; the site then says nothing about it. */
const maybe = line.nullish().transform((value) => value ?? null);
const email = z.email();
const url = z
  .url({ protocol: /^https$/ })
  .nullish()
  .transform((value) => value ?? null);

/** Who runs the help centre: the only source of a name, a contact or a price. */
const provider = z.strictObject({
  name: line,
  support: z.strictObject({ email, phone: maybe, hours: maybe }),
  itServices: z.strictObject({ email, url, price: maybe }),
  previousPlatform: z.strictObject({ url }),
  /** Where the Panel has each setting, as people click; the guides and steps say it more loosely where a line is empty. */
  settingPlaces: z
    .partialRecord(z.enum(SETTINGS), maybe)
    .nullish()
    .transform((places) => places ?? {}),
});
export type Provider = z.infer<typeof provider>;

/** Reads `provider.yaml`; throws with the name of the line that is wrong. */
export function parseProvider(yaml: string): Provider {
  const read = provider.safeParse(parse(yaml));
  if (!read.success) throw new Error(`content/provider.yaml: ${z.prettifyError(read.error)}`);
  return read.data;
}
