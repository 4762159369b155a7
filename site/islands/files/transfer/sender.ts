import { FILES_BASE } from '../../../../contract/files/door.ts';
import type { Door } from '../door/door.ts';
import type { DoorResult } from '../door/fault.ts';
import { forget, keyFor, type Remembered, recall, remember } from './remembered.ts';
import { type Send, type SendOutcome, sendFault, type Transfer } from './transfer.ts';

const outcomeOf = (result: DoorResult<unknown>): SendOutcome =>
  result.ok ? { ok: true } : { ok: false, fault: sendFault(result) };

/** After a request without an answer: whether it was the file that could not be read. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch (fault) {
    if (fault instanceof DOMException) return false;
    throw fault;
  }
}

/** What speaks tus comes with the first file that is sent; null without a connection. */
async function loadTus() {
  try {
    return await import('./tus.ts');
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

type FileTransfer = Transfer & { file: File };

async function sendFile(
  serviceId: string,
  door: Door,
  { file, at, into, ifThere }: FileTransfer,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<SendOutcome> {
  const key = await keyFor(serviceId, at, file);
  const pass = await door.pass(into, 'write');
  if (!pass.ok) return outcomeOf(pass);
  const tus = await loadTus();
  if (signal.aborted || !tus) return { ok: false, fault: 'network' };
  let ticket = pass.value.ticket;
  const nextTicket = async () => {
    const next = await door.pass(into, 'write');
    if (next.ok) ticket = next.value.ticket;
    return next.ok ? { ok: true as const, ticket } : { ok: false as const, fault: sendFault(next) };
  };
  const outcome = await tus.carry(
    { file, at, ifThere },
    {
      door: pass.value.url,
      ticket: nextTicket,
      goOn: recall(key),
      onAddress: (address) => remember(key, address, file.size),
      onSent,
      signal,
    },
  );
  if (outcome.ok || outcome.fault === 'exists') forget(key);
  if (!outcome.ok && outcome.fault === 'ticket-refused') await door.refused(ticket);
  if (!outcome.ok && outcome.fault === 'network' && !(await isReadable(file))) return { ok: false, fault: 'file-unreadable' };
  return outcome;
}

/** Sends directories and files through a door; a file goes on where an earlier try, or an earlier visit, came to. */
export const senderFor =
  (serviceId: string, door: Door): Send =>
  async (transfer, signal, onSent) => {
    const { file, into, at } = transfer;
    if (file) return sendFile(serviceId, door, { ...transfer, file }, signal, onSent);
    // One ticket for all of the batch, and no other for each of its directories.
    const pass = await door.pass(into, 'write');
    return outcomeOf(pass.ok ? await door.makeFolder(at) : pass);
  };

/** Lets the server forget what was given up; without an answer it does so by itself after a week. */
export async function giveUp(serviceId: string, door: Door, { file, at, into }: Transfer): Promise<void> {
  if (!file) return;
  const key = await keyFor(serviceId, at, file);
  const address = recall(key);
  forget(key);
  if (address) await abandonAt(door, address, into);
}

/** The same for everything that earlier visits left, wherever it was going. */
export async function giveUpAll(door: Door, left: readonly Remembered[]): Promise<void> {
  for (const { key } of left) forget(key);
  for (const { address } of left) await abandonAt(door, address, '/');
}

async function abandonAt(door: Door, address: string, within: string): Promise<void> {
  const pass = await door.pass(within, 'write');
  if (pass.ok && address.startsWith(`${pass.value.url}${FILES_BASE}/`))
    await (await loadTus())?.abandon(address, pass.value.ticket);
}
