import type { Journal } from '../../agent/journal/index.ts';
import type { ServicePort } from '../../agent/reconcile/index.ts';
import { advance } from '../../worker/grants/lifecycle.ts';
import { mayGive } from '../../worker/grants/rules.ts';
import { compareInventory } from '../../worker/hosts/rules.ts';
import type { HostingServer } from './hosting-server.ts';
import { writeStep } from './store.ts';

/** The seams where a fault can be planted; here stands what the product really does. */
export interface Parts {
  advance: typeof advance;
  mayGive: typeof mayGive;
  compareInventory: typeof compareInventory;
  writeStep: typeof writeStep;
  /** What the agent sees of its host, and of its own memory. */
  service: (service: ServicePort, server: HostingServer) => ServicePort;
  journal: (journal: Journal) => Journal;
}

export const REAL_PARTS: Parts = {
  advance,
  mayGive,
  compareInventory,
  writeStep,
  service: (service) => service,
  journal: (journal) => journal,
};
