import type { GrantKindName, GrantState } from '../../../contract/index.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import type { Order } from './arrange.ts';

export type Show = 'live' | 'ended';
export type LiveState = Exclude<GrantState, 'ended'>;

/** What the list shows and how. */
export interface View {
  order: Order;
  show: Show;
  kind: GrantKindName | '';
  serviceId: string;
  state: LiveState | '';
  /** Names and addresses of people: never in the address of the page. */
  search: string;
}

const ORDERS: readonly Order[] = ['person', 'service', 'end'];
export const LIVE_STATES: readonly LiveState[] = ['requested', 'pending', 'active', 'revoking'];
export const KINDS = Object.keys(KIND_WORDS) as GrantKindName[];

const oneOf = <V extends string, E>(all: readonly V[], value: string | null, otherwise: E): V | E =>
  all.find((one) => one === value) ?? otherwise;

/** The view that an address asks for; what it does not know is left out. `kept` is what the browser keeps beside the address. */
export function readView(query: URLSearchParams, kept: unknown): View {
  const search = typeof kept === 'object' && kept !== null && 'szukaj' in kept ? String(kept.szukaj) : '';
  return {
    order: oneOf(ORDERS, query.get('kolejnosc'), 'person'),
    show: query.has('zakonczone') ? 'ended' : 'live',
    kind: oneOf(KINDS, query.get('rodzaj'), ''),
    serviceId: query.get('usluga') ?? '',
    state: oneOf(LIVE_STATES, query.get('stan'), ''),
    search,
  };
}

/** The address of a view, which opens the same one again; without what was searched for. */
export function addressOf({ order, show, kind, serviceId, state }: View): string {
  const query = new URLSearchParams();
  if (order !== 'person') query.set('kolejnosc', order);
  if (show === 'ended') query.set('zakonczone', '');
  if (kind) query.set('rodzaj', kind);
  if (serviceId) query.set('usluga', serviceId);
  if (state && show === 'live') query.set('stan', state);
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** True when only some of the account's grants are shown. */
export const isNarrowed = ({ search, kind, serviceId, state, show }: View): boolean =>
  search.trim() !== '' || kind !== '' || serviceId !== '' || (state !== '' && show === 'live');

/** What the API is asked for. */
export const queryOf = ({ order, show, kind, serviceId, state, search }: View) => ({
  order,
  show,
  ...(search.trim() ? { search: search.trim().slice(0, 100) } : {}),
  ...(kind ? { kind } : {}),
  ...(serviceId ? { serviceId } : {}),
  ...(state && show === 'live' ? { state } : {}),
});
