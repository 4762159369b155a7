import type { IncomingHttpHeaders } from 'node:http';

const EXPOSED = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Klucznik-At',
  'Location',
  'Tus-Resumable',
  'Upload-Expires',
  'Upload-Length',
  'Upload-Offset',
].join(', ');
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const ACCEPTED = [
  'authorization',
  'content-type',
  'if-match',
  'if-none-match',
  'if-range',
  'range',
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
].join(', ');
const PREFLIGHT_KEPT_S = 7200;

/** What every answer says to a browser about who may read it, and that nothing in it may run. */
export const answerHeaders = (edgeOrigin: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': edgeOrigin,
  'Access-Control-Expose-Headers': EXPOSED,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Origin',
});

/** What an OPTIONS is told: by a browser before a request of a page, or by a program that asks which tus this is. */
export const preflightHeaders: Record<string, string> = {
  'Access-Control-Allow-Methods': METHODS,
  'Access-Control-Allow-Headers': ACCEPTED,
  'Access-Control-Max-Age': String(PREFLIGHT_KEPT_S),
  'Tus-Resumable': '1.0.0',
  'Tus-Version': '1.0.0',
  'Tus-Extension': 'creation,termination,expiration',
};

/**
 * True for what no page sends, and for pages of the edge. A form whose page tells nobody where it comes from says `null`;
 * it bears its ticket in its body, which no other page has.
 */
export const isWelcome = ({ origin }: IncomingHttpHeaders, edgeOrigin: string, isForm: boolean): boolean =>
  origin === undefined || origin === edgeOrigin || (isForm && origin === 'null');
