import { FILES_BASE } from '../../../../contract/files/door.ts';
import { commonDirectory } from '../door/act.ts';
import type { Door } from '../door/door.ts';
import { type DoorFailure, doorFailure } from '../door/fault.ts';
import type { Download } from '../slots.ts';

/** A frame that gets a page instead of a file to save hears of it within this time; a file to save never says anything. */
const HEARD_MS = 4000;

const field = (name: string, value: string) => Object.assign(document.createElement('input'), { type: 'hidden', name, value });

/** Posts a form into a frame that nobody sees; true when the answer was a page, which is never what is to be saved. */
function post(action: string, fields: readonly HTMLInputElement[]): Promise<boolean> {
  const frame = Object.assign(document.createElement('iframe'), { name: `zapis-${crypto.randomUUID()}`, hidden: true });
  const form = Object.assign(document.createElement('form'), { method: 'post', action, target: frame.name, hidden: true });
  form.append(...fields);
  document.body.append(frame, form);
  return new Promise((resolve) => {
    const end = (refused: boolean) => {
      form.remove();
      resolve(refused);
    };
    // A page of another origin has no document to look into; the frame's own empty one, which comes first, has.
    frame.addEventListener('load', () => void (frame.contentDocument === null && end(true)));
    setTimeout(() => end(false), HEARD_MS);
    // Without a frame what is being saved might stop.
    setTimeout(() => frame.remove(), 600_000);
    form.submit();
  });
}

/** Why a download was refused: the frame cannot be read, so the same is asked in a way that can. */
async function whyRefused(door: Door, refs: readonly string[]): Promise<DoorFailure> {
  for (const at of refs) {
    const answer = await door.content(at, { Range: 'bytes=0-0' });
    if (answer.ok) await answer.value.body?.cancel();
    else if (answer.fault !== 'wrong-type' && answer.fault !== 'invalid-request') return answer;
  }
  return doorFailure('unexpected');
}

/**
 * Lets the browser save one file, or a ZIP of all, by a form: the ticket stands in no address, and no byte passes through the page.
 */
export const download: Download = async (door, refs) => {
  const pass = await door.pass(commonDirectory(refs), 'read');
  if (!pass.ok) return pass;
  const fields = [field('ticket', pass.value.ticket), ...refs.map((at) => field('at', at))];
  const refused = await post(`${pass.value.url}${FILES_BASE}/download`, fields);
  return refused ? whyRefused(door, refs) : { ok: true, value: null };
};
