import { direct, readAddress } from '../../content/wizard-engine/index.ts';
import { findFlow } from '../../content/wizards/index.ts';
import { fillPage } from './fill.ts';

/** The prerendered site, as the worker's assets binding gives it. */
export type Assets = { fetch(request: Request): Promise<Response> };

/**
 * Answers GET and HEAD below `/kreator/`: the next question, the page with its answers filled in, or the first open question.
 *
 * Pages are prerendered without answers; this is all that people without JavaScript need on top of them.
 */
export async function answerWizard(request: Request, assets: Assets): Promise<Response> {
  const url = new URL(request.url);
  const address = readAddress(url.pathname);
  const flow = address && findFlow(address.flow);
  if (!address || !flow) return assets.fetch(request);
  const direction = direct(flow, address.page, Object.fromEntries(url.searchParams));
  if (direction.type === 'unknown') return assets.fetch(request);
  if (direction.type === 'go') return redirect(direction.to, direction.why === 'answered' ? 303 : 302);
  // Without the caller's conditional headers: they speak of the filled page, the asset's tag of the empty one.
  const page = await assets.fetch(new Request(new URL(url.pathname, url)));
  const filled = page.ok ? withoutTag(fillPage(page, flow, direction.place)) : page;
  return request.method === 'HEAD' ? new Response(null, filled) : filled;
}

/** Where answers lead changes when a wizard is published anew, so nobody keeps the way. */
const redirect = (to: string, status: 302 | 303) =>
  new Response(null, { status, headers: { location: to, 'cache-control': 'no-store' } });

function withoutTag(page: Response): Response {
  const headers = new Headers(page.headers);
  headers.delete('etag');
  headers.delete('content-length');
  headers.set('cache-control', 'private, no-cache');
  return new Response(page.body, { status: page.status, headers });
}
