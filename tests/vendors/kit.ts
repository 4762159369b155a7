import { acronis } from '../../worker/vendors/acronis/index.ts';
import { graph } from '../../worker/vendors/graph/index.ts';
import { VendorHttp } from '../../worker/vendors/http.ts';
import type { Memory, SeatOrder, Told, Vendor } from '../../worker/vendors/port.ts';
import { Tokens } from '../../worker/vendors/tokens.ts';
import type { Cloud } from '../support/vendors/cloud.ts';

export const SKU = 'f245ecc8-75af-4f8e-b61f-27d8114de5f3';
export const OTHER_SKU = '3b555118-da6a-4418-894f-7df1e2096870';
export const TENANT = 'zielnik.onmicrosoft.example';
export const ACRONIS_TENANT = '2f8ad2e2-28f2-4e7a-aad1-5ffe2ad47151';
export const SECRET = 'tajne-haslo-klienta';

/** Long enough for any machine, short enough to wait for when nothing ever comes. */
const TIMEOUT_MS = 1500;
const CLIENT = { clientId: 'klucznik', clientSecret: SECRET };

export function graphAt(cloud: Pick<Cloud, 'url'>): Vendor {
  const tokens = new Tokens();
  return graph((tenant) => {
    const token = { ...CLIENT, url: `${cloud.url}/${tenant}/oauth2/v2.0/token`, scope: 'all', in: 'body' } as const;
    return new VendorHttp({ baseUrl: `${cloud.url}/v1.0`, token, timeoutMs: TIMEOUT_MS }, tokens);
  });
}

export function acronisAt(cloud: Pick<Cloud, 'url'>): Vendor {
  const token = { ...CLIENT, url: `${cloud.url}/api/2/idp/token`, in: 'header' } as const;
  return acronis(new VendorHttp({ baseUrl: cloud.url, token, timeoutMs: TIMEOUT_MS }, new Tokens()));
}

/** A seat for Jan, as its user. */
export const anOrder = (said: Partial<SeatOrder> = {}): SeatOrder => ({
  principal: 'jan-kowal-abcdefghjk',
  person: { name: 'Jan Kowal', email: 'jan@it.test' },
  tenant: TENANT,
  product: SKU,
  role: 'user',
  besides: { products: [], administrator: false },
  ...said,
});

/** One seat over its life: what it remembers is kept between tries, as the courier keeps it. */
export class Seat {
  memory: Memory = {};
  readonly #vendor: Vendor;
  constructor(vendor: Vendor) {
    this.#vendor = vendor;
  }

  /** One try. */
  apply(order: SeatOrder): Promise<Told> {
    return this.#vendor.apply(order, this.memory, async (memory) => {
      this.memory = memory;
    });
  }

  /** Tries until it is so; what each try came to. */
  async until(order: SeatOrder): Promise<Told[]> {
    const all: Told[] = [];
    while (all.length < 6) {
      const told = await this.apply(order);
      all.push(told);
      if (told.done) return all;
    }
    throw new Error(`never done: ${JSON.stringify(all)}`);
  }
}
