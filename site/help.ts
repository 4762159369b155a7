import { SETTING } from '../content/settings/index.ts';
import { flowWords, type KnownFlows } from '../content/wizard-engine/index.ts';
import { FLOWS } from '../content/wizards/index.ts';

/** Wizards' words, read when the site is built, so that no wizard travels to the pages where people help. */
export const FLOW_WORDS: KnownFlows = Object.fromEntries(FLOWS.map((flow) => [flow.id, flowWords(flow)]));

/** Titles of settings by name, in the order in which they are listed. */
export const SETTING_TITLES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SETTING).map(([name, { title }]) => [name, title]),
);
