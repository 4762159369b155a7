import { type BinItem, binPage, type FileEntry, type ProgressLine, progressLine } from '../../../contract/index.ts';
import type { DoorClient } from './file-door.ts';
import { outcome } from './uploads.ts';

type Body = Record<string, unknown>;
export type Ended = { lines: ProgressLine[]; entries: FileEntry[]; skipped: number; came: string };

/** Asks for acts as a page does, and tells in a word what came of them: `done`, `409 exists`, or `fault exists /a`. */
export const actor = (kit: DoorClient, ticket?: () => string) => {
  const asked = (path: string, method: string, body?: Body, signal?: AbortSignal) =>
    kit.ask(path, {
      method,
      ...(body ? { body } : {}),
      ...(ticket ? { ticket: ticket() } : {}),
      ...(signal ? { signal } : {}),
    });
  const long = async (path: string, method: string, body?: Body): Promise<Ended> => read(await asked(path, method, body));
  return {
    asked,
    move: (body: Body) => long('/moves', 'POST', body),
    copy: (body: Body) => long('/copies', 'POST', body),
    permit: (body: Body) => long('/permissions', 'POST', body),
    bin: (...at: string[]) => long('/bin', 'POST', { at }),
    empty: () => long('/bin', 'DELETE'),
    search: (at: string, name: string) => long(`/search?${new URLSearchParams({ at, name })}`, 'GET'),
    folder: async (at: string) => outcome(await asked('/folders', 'POST', { at })),
    restore: async (id: string, ifThere = 'refuse') => outcome(await asked(`/bin/${id}/restoring`, 'POST', { ifThere })),
    destroy: async (id: string) => outcome(await asked(`/bin/${id}`, 'DELETE')),
    async binned(): Promise<BinItem[]> {
      const page = binPage.parse(await (await asked('/bin', 'GET')).json());
      return page.items;
    },
    /** As a browser sends the form. */
    download: (at: string[], signal?: AbortSignal): Promise<Response> => {
      const fields = new URLSearchParams({ ticket: ticket?.() ?? kit.mint() });
      for (const ref of at) fields.append('at', ref);
      return kit.ask('/download', { method: 'POST', ticket: '', body: fields, ...(signal ? { signal } : {}) });
    },
  };
};
export type Actor = ReturnType<typeof actor>;

async function read(response: Response): Promise<Ended> {
  const none = { lines: [], entries: [], skipped: 0 };
  if (!response.ok) return { ...none, came: await outcome(response) };
  const text = (await response.text()).trim();
  const lines = text.split('\n').map((line) => progressLine.parse(JSON.parse(line)));
  const end = lines.at(-1);
  if (end === undefined || !('end' in end)) return { ...none, lines, came: 'cut off' };
  if (end.end === 'fault') return { ...none, lines, came: `fault ${end.code} ${end.at}` };
  return { lines, entries: end.entries, skipped: end.skipped ?? 0, came: 'done' };
}

export const foundIn = ({ lines }: Ended): string[] => lines.flatMap((line) => ('found' in line ? [line.found.ref] : []));
