import { type Ended, isDiskFull, type Outcome } from '../reconcile/index.ts';

/**
 * Deletes a row that lets somebody in. One that cannot be deleted for want of room must not keep the door open meanwhile:
 * it is made useless where it stands, whoever is inside is put out, and the answer is the fault `disk-full`.
 */
export async function takeAway(row: { remove(): void; shutOut(): void; endSessions(): Promise<Ended> }): Promise<Outcome> {
  try {
    row.remove();
    return { ok: true };
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    row.shutOut();
    const ended = await row.endSessions();
    return ended.ok ? { ok: false, fault: 'disk-full' } : ended;
  }
}
