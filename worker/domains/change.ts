import type { DnsRecord, TypedRecord, ZoneChangeView, ZoneFinding, ZonePreview } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { Refusal, refuse } from '../http/index.ts';
import { loadChange } from './changes-store.ts';
import { unpack } from './packed.ts';
import { finding } from './rules/finding.ts';
import { isGrave, type Judged, judge, judgeTyped } from './rules/judge.ts';
import { changed, inverse } from './rules/zone.ts';
import { readZoneFile } from './rules/zone-file.ts';
import { changeIdOf, loadZone, type NewChange, recordsOf, type StoredZone, writeChange } from './store.ts';
import { changeViewOf, layOut } from './view.ts';

/** Who asks something of which zone. */
export interface Asking {
  db: Database;
  accountId: string;
  serviceId: string;
}
/** And how their request is told from others. */
export interface Changing extends Asking {
  actor: Actor;
  op: string;
}
interface TypedAct {
  version: number;
  remove: DnsRecord[];
  add: TypedRecord[];
}
interface FileAct {
  version: number;
  text: string;
  mode: 'replace' | 'merge';
}

/** The zone, for whoever may see it now. */
export const zoneFor = async ({ db, accountId, serviceId }: Asking): Promise<StoredZone> =>
  (await loadZone(db, accountId, serviceId, Date.now())) ?? refuse('not-found');

function mustBe(zone: StoredZone, version: number): void {
  if (zone.gen !== version) refuse('zone-changed');
}

/** What a typed change would do. */
export function judgeAct(zone: StoredZone, act: TypedAct): Judged {
  mustBe(zone, act.version);
  return judgeTyped(zone.domain, recordsOf(zone), act) ?? refuse('zone-changed');
}

/** Nobody sees the lines of a file beside its findings, so each says which record it is about. */
const named = (found: ZoneFinding, records: readonly DnsRecord[]): ZoneFinding => {
  const record = found.at === null ? undefined : records[found.at];
  return record ? { ...found, at: null, field: null, message: `${record.name} (${record.type}): ${found.message}` } : found;
};

/** What importing a file would do, and what of it is left out. */
export function judgeFile(zone: StoredZone, act: FileAct): { judged: Judged; skipped: ZonePreview['skipped'] } {
  mustBe(zone, act.version);
  const before = recordsOf(zone);
  const { records, skipped, clamped } = readZoneFile(act.text, zone.domain);
  const change = changed(before, act.mode === 'replace' ? before : [], records);
  const others = clamped ? [finding(null, null, 'ttl-clamped')] : [];
  const { findings } = judge(zone.domain, change, change.added, others);
  return { judged: { change, findings: findings.map((found) => named(found, change.added)) }, skipped };
}

/** Refuses a change that something grave speaks against, beside the field it is about. */
function mustBeGood(judged: Judged, whole: string): void {
  if (!isGrave(judged)) return;
  throw new Refusal(
    'invalid-input',
    judged.findings
      .filter(({ grave }) => grave)
      .map(({ at, field, code, message }) => ({ field: at === null ? whole : `add.${at}.${field ?? 'data'}`, code, message })),
  );
}

type Decide = (
  zone: StoredZone,
) => Promise<Pick<NewChange, 'change' | 'action' | 'undoes'>> | Pick<NewChange, 'change' | 'action' | 'undoes'>;

/** Makes a change once, however often its request is repeated. */
async function make(asked: Changing, decide: Decide): Promise<{ zone: StoredZone; view: ZoneChangeView }> {
  const { db, accountId, actor, op } = asked;
  const zone = await zoneFor(asked);
  const before = await loadChange(db, zone.serviceId, changeIdOf(op));
  if (!before) {
    const decided = await decide(zone);
    if (decided.change.removed.length + decided.change.added.length === 0) refuse('zone-same');
    const written = await writeChange(db, { ...decided, zone, accountId, actor, op, now: Date.now() });
    if (written === 'too-large') refuse('zone-too-large');
    // Somebody was faster, or it is no longer theirs to change: then the zone is not found any more.
    if (written === 'lost-race') {
      await zoneFor(asked);
      if (!(await loadChange(db, zone.serviceId, changeIdOf(op)))) refuse('zone-changed');
    }
  }
  const after = await zoneFor(asked);
  const made = (await loadChange(db, zone.serviceId, changeIdOf(op))) ?? refuse('internal');
  return { zone: after, view: await changeViewOf(layOut(after), made) };
}

export const changeZone = (asked: Changing, act: TypedAct) =>
  make(asked, (zone) => {
    const judged = judgeAct(zone, act);
    mustBeGood(judged, 'add');
    return { change: judged.change, action: 'zone.changed', undoes: null };
  });

export const importZone = (asked: Changing, act: FileAct) =>
  make(asked, (zone) => {
    const { judged } = judgeFile(zone, act);
    mustBeGood(judged, 'text');
    return { change: judged.change, action: 'zone.imported', undoes: null };
  });

/** Makes a change unmade, as long as nobody has changed the same records since. */
export const undoChange = (asked: Changing, changeId: string) =>
  make(asked, async (zone) => {
    const made = (await loadChange(asked.db, zone.serviceId, changeId)) ?? refuse('not-found');
    const [removed, added] = await Promise.all([unpack(made.removed), unpack(made.added)]);
    const change = inverse(recordsOf(zone), { removed, added });
    if (!change || isGrave(judge(zone.domain, change, []))) return refuse('zone-undo-late');
    return { change, action: 'zone.undone', undoes: changeId };
  });
