import type { VendorName } from '../../contract/index.ts';
import type { Env } from '../http/index.ts';
import { acronis } from './acronis/index.ts';
import { graph } from './graph/index.ts';
import { VendorHttp } from './http.ts';
import { own, unconfigured } from './own.ts';
import type { Vendor } from './port.ts';
import { Tokens } from './tokens.ts';

const GRAPH_URL = 'https://graph.microsoft.com/v1.0';
const GRAPH_LOGIN_URL = 'https://login.microsoftonline.com';
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

export type Vendors = Record<VendorName, Vendor>;
/** Tokens outlive one request, as the isolate does. */
const tokens = new Tokens();

function connectGraph(env: Env): Vendor {
  const { GRAPH_CLIENT_ID: clientId, GRAPH_CLIENT_SECRET: clientSecret } = env;
  if (!clientId || !clientSecret) return unconfigured;
  const login = env.GRAPH_LOGIN_URL ?? GRAPH_LOGIN_URL;
  return graph((tenant) => {
    const url = `${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
    const token = { url, clientId, clientSecret, scope: GRAPH_SCOPE, in: 'body' } as const;
    return new VendorHttp({ baseUrl: env.GRAPH_URL ?? GRAPH_URL, token }, tokens);
  });
}

function connectAcronis(env: Env): Vendor {
  const { ACRONIS_URL: baseUrl, ACRONIS_CLIENT_ID: clientId, ACRONIS_CLIENT_SECRET: clientSecret } = env;
  if (!baseUrl || !clientId || !clientSecret) return unconfigured;
  const token = { url: `${baseUrl}/api/2/idp/token`, clientId, clientSecret, in: 'header' } as const;
  return acronis(new VendorHttp({ baseUrl, token }, tokens));
}

/** Every vendor, as far as the environment says how to reach it. */
export const vendorsOf = (env: Env): Vendors => ({ own, microsoft: connectGraph(env), acronis: connectAcronis(env) });
