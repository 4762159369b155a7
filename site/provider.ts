import yaml from '../content/provider.yaml?raw';
import { parseProvider } from '../content/schema/index.ts';

/** Who runs this help centre, read once when the site is built. */
export const PROVIDER = parseProvider(yaml);
