import { describe, expect, test } from 'vitest';
import { ASSET_STATES, type AssetKind, type AssetState } from '../../contract/index.ts';
import { type Asset, type AssetEvent, BIN_MS, nowhere } from './life.ts';
import { advance, nameTaken } from './rules.ts';

const NOW = 1_800_000_000_000;
const OLD = { hash: null, print: 'a'.repeat(64) };
const NEW = { hash: '$7$nowy', print: 'b'.repeat(64) };

/** An asset in a state, as its life would have left it. */
function anAsset(kind: AssetKind, state: AssetState, over: Partial<Asset> = {}): Asset {
  if (state === 'gone') return { ...nowhere(kind), gen: 4, ackedGen: 4, ...over };
  const wanted = kind === 'database-asset' ? { tree: 'alfa' } : { tree: 'alfa', active: state !== 'bin', password: OLD };
  const acked = state === 'ready' ? 4 : 3;
  return {
    ...nowhere(kind),
    state,
    gen: 4,
    ackedGen: acked,
    wanted: state === 'deleting' ? null : wanted,
    knownBy: kind === 'mailbox-asset' ? [{ person: 'Anna', since: 1 }] : [],
    purgeAt: state === 'bin' ? NOW + 1 : null,
    ...over,
  };
}
const database = (state: AssetState, over?: Partial<Asset>) => anAsset('database-asset', state, over);
const mailbox = (state: AssetState, over?: Partial<Asset>) => anAsset('mailbox-asset', state, over);

/** What becomes of a state: the new one, `=` when nothing is written, or the code of the refusal. */
function outcomeOf(asset: Asset, event: AssetEvent, now = NOW): string {
  const outcome = advance(asset, event, now);
  if (!outcome.ok) return outcome.code;
  return outcome.step === null ? '=' : (outcome.step.asset.state ?? asset.state);
}
function written(asset: Asset, event: AssetEvent, now = NOW) {
  const outcome = advance(asset, event, now);
  if (!outcome.ok || !outcome.step) throw new Error('nothing was written');
  return { ...outcome.step.asset, action: outcome.step.audit.action, details: outcome.step.audit.details };
}

const CREATE: AssetEvent = { type: 'create', tree: 'alfa', password: null, by: 'Anna' };
const PASSWORD: AssetEvent = { type: 'change-password', tree: 'alfa', password: NEW, by: 'Jan' };
const present: AssetEvent = { type: 'ack-present', gen: 4 };
const absent: AssetEvent = { type: 'ack-absent', gen: 4, look: 2 };
const permanent: AssetEvent = { type: 'fault', gen: 4, fault: 'tree-missing' };
const passing: AssetEvent = { type: 'fault', gen: 4, fault: 'disk-full' };

/** A row a kind, event and state: what comes of it. */
const TABLE: [string, (state: AssetState) => Asset, AssetEvent, Record<AssetState, string>][] = [
  [
    'creating a database',
    database,
    CREATE,
    {
      gone: 'creating',
      creating: 'asset-changing',
      ready: 'database-exists',
      changing: 'asset-changing',
      bin: 'mailbox-in-bin',
      deleting: 'asset-changing',
      failed: 'database-exists',
    },
  ],
  [
    'creating a mailbox',
    mailbox,
    { ...CREATE, password: NEW },
    {
      gone: 'creating',
      creating: 'asset-changing',
      ready: 'mailbox-exists',
      changing: 'asset-changing',
      bin: 'mailbox-in-bin',
      deleting: 'asset-changing',
      failed: 'mailbox-exists',
    },
  ],
  [
    'deleting a database',
    database,
    { type: 'delete' },
    {
      gone: 'deleting',
      creating: 'deleting',
      ready: 'deleting',
      changing: 'deleting',
      bin: 'deleting',
      deleting: '=',
      failed: 'deleting',
    },
  ],
  [
    'deleting a mailbox',
    mailbox,
    { type: 'delete' },
    { gone: 'mailbox-unmanaged', creating: 'bin', ready: 'bin', changing: 'bin', bin: '=', deleting: '=', failed: 'deleting' },
  ],
  [
    'changing a password',
    mailbox,
    PASSWORD,
    {
      gone: 'mailbox-unmanaged',
      creating: 'creating',
      ready: 'changing',
      changing: 'changing',
      bin: 'mailbox-in-bin',
      deleting: 'asset-changing',
      failed: 'creating',
    },
  ],
  [
    'noting who knows a password',
    mailbox,
    { type: 'note-readers', people: ['Ola'] },
    {
      gone: 'mailbox-unmanaged',
      creating: 'creating',
      ready: 'ready',
      changing: 'changing',
      bin: 'bin',
      deleting: 'asset-changing',
      failed: 'failed',
    },
  ],
  [
    'restoring',
    mailbox,
    { type: 'restore' },
    { gone: 'not-found', creating: '=', ready: '=', changing: '=', bin: 'changing', deleting: 'not-found', failed: '=' },
  ],
  [
    'the end of the days in the bin, a moment early',
    mailbox,
    { type: 'purge' },
    { gone: '=', creating: '=', ready: '=', changing: '=', bin: '=', deleting: '=', failed: '=' },
  ],
  [
    'the word that it stands',
    mailbox,
    present,
    { gone: '=', creating: 'ready', ready: '=', changing: 'ready', bin: 'bin', deleting: '=', failed: 'ready' },
  ],
  [
    'the word that it is gone',
    database,
    absent,
    { gone: '=', creating: '=', ready: '=', changing: '=', bin: '=', deleting: 'gone', failed: '=' },
  ],
  [
    'the word that it cannot be',
    mailbox,
    permanent,
    {
      gone: '=',
      creating: 'failed',
      ready: 'ready',
      changing: 'changing',
      bin: 'bin',
      deleting: 'deleting',
      failed: 'failed',
    },
  ],
  [
    'the word that it cannot be now',
    mailbox,
    passing,
    {
      gone: '=',
      creating: 'creating',
      ready: 'ready',
      changing: 'changing',
      bin: 'bin',
      deleting: 'deleting',
      failed: 'failed',
    },
  ],
  [
    'a host that is ahead',
    database,
    { type: 'overtaken', gen: 9, present: false },
    {
      gone: '=',
      creating: 'creating',
      ready: 'changing',
      changing: 'changing',
      bin: 'bin',
      deleting: 'deleting',
      failed: 'failed',
    },
  ],
  [
    'a host that is ahead, where it stands',
    mailbox,
    { type: 'overtaken', gen: 9, present: true },
    {
      gone: '=',
      creating: 'creating',
      ready: 'changing',
      changing: 'changing',
      bin: 'bin',
      deleting: 'gone',
      failed: 'failed',
    },
  ],
];

describe.each(TABLE)('%s', (_, asset, event, expected) => {
  test.each(ASSET_STATES)('in state %s', (state) => expect(outcomeOf(asset(state), event)).toBe(expected[state]));
});

describe('a gen', () => {
  test('rises with every wish, also for a name that comes again, and never by a word from the host', () => {
    expect(written(database('gone'), CREATE)).toMatchObject({ gen: 5, wanted: { tree: 'alfa' } });
    expect(written(database('ready'), { type: 'delete' })).toMatchObject({ gen: 5, wanted: null, hash: null });
    expect(written(mailbox('ready'), { type: 'delete' }).gen).toBe(5);
    expect(written(mailbox('bin'), { type: 'restore' }).gen).toBe(5);
    expect(written(mailbox('ready'), PASSWORD).gen).toBe(5);
    expect(written(mailbox('ready'), { type: 'note-readers', people: [] }).gen).toBeUndefined();
    expect(written(database('ready'), { type: 'overtaken', gen: 9, present: true }).gen).toBe(10);
    expect(written(mailbox('creating'), present).gen).toBeUndefined();
  });
  test.each([3, 5])('of %i is not the present one, so what is said of it changes nothing', (gen) => {
    for (const state of ASSET_STATES)
      for (const event of [present, absent, permanent])
        expect(outcomeOf(mailbox(state), { ...event, gen } as AssetEvent)).toBe('=');
  });
});

describe('an absence', () => {
  test('is believed at the second look only', () => {
    expect(outcomeOf(database('deleting'), { ...absent, look: 1 } as AssetEvent)).toBe('=');
    expect(written(database('deleting'), absent)).toMatchObject({ state: 'gone', ackedGen: 4, problem: null });
  });
  test('is never wanted because something could not be made', () => {
    for (const state of ASSET_STATES) {
      const outcome = advance(mailbox(state), permanent, NOW);
      expect(outcome.ok && outcome.step?.asset.wanted).not.toBeNull();
    }
  });
});

describe('a restored table that is behind its host', () => {
  const ahead = { type: 'overtaken', gen: 9, present: true } as const;
  test('destroys nothing that was made since', () => {
    expect(written(database('deleting'), ahead)).toMatchObject({ state: 'gone', ackedGen: 4 });
    expect(written(database('deleting'), ahead).gen).toBeUndefined();
  });
  test('gives what it says lies in the bin its seven days anew', () => {
    expect(written(mailbox('bin'), ahead)).toMatchObject({ gen: 10, purgeAt: NOW + BIN_MS });
  });
});

describe('the bin', () => {
  test('keeps the password, shuts the door, and says until when', () => {
    expect(written(mailbox('ready'), { type: 'delete' })).toMatchObject({
      wanted: { tree: 'alfa', active: false, password: OLD },
      purgeAt: NOW + BIN_MS,
      details: { until: NOW + BIN_MS },
    });
    expect(written(mailbox('bin'), { type: 'restore' })).toMatchObject({
      wanted: { active: true, password: OLD },
      purgeAt: null,
    });
  });
  test('carries a hash on that the host has not had yet', () => {
    expect(written(mailbox('creating', { hash: '$7$x' }), { type: 'delete' }).hash).toBe('$7$x');
    expect(written(mailbox('bin', { hash: '$7$x' }), { type: 'restore' }).hash).toBe('$7$x');
  });
  test('is emptied from the appointed moment on', () => {
    expect(outcomeOf(mailbox('bin'), { type: 'purge' }, NOW + 1)).toBe('deleting');
    expect(written(mailbox('bin'), { type: 'purge' }, NOW + 1)).toMatchObject({ wanted: null, hash: null, purgeAt: null });
  });
  test('is confirmed once', () => {
    expect(written(mailbox('bin'), present).action).toBe('asset.binned');
    expect(outcomeOf(mailbox('bin', { ackedGen: 4 }), present)).toBe('=');
  });
});

describe('a password', () => {
  test('is forgotten once the host has it', () =>
    expect(written(mailbox('changing', { hash: '$7$x' }), present)).toMatchObject({ hash: null, ackedGen: 4 }));
  test('that is new is known by whoever set it; the record names who knew the old one', () => {
    const knownBy = [
      { person: 'Anna', since: 1 },
      { person: 'Ola', since: 2 },
    ];
    const step = written(mailbox('ready', { knownBy }), PASSWORD);
    expect(step).toMatchObject({
      hash: '$7$nowy',
      wanted: { password: { hash: null, print: NEW.print } },
      knownBy: [{ person: 'Jan', since: NOW }],
      details: { people: 'Anna, Ola' },
    });
    expect(JSON.stringify(step.details)).not.toContain('$7$');
  });
  test('has its readers replaced; those who stay keep their date, and nobody stands there twice', () => {
    expect(written(mailbox('ready'), { type: 'note-readers', people: ['Ola', 'Anna', 'Ola'] }).knownBy).toEqual([
      { person: 'Ola', since: NOW },
      { person: 'Anna', since: 1 },
    ]);
  });
});

describe('a problem', () => {
  test('is written once while it stays the same, and is gone when all is well', () => {
    expect(outcomeOf(mailbox('ready', { problem: 'disk-full' }), passing)).toBe('=');
    expect(written(mailbox('ready', { problem: 'disk-full' }), present)).toMatchObject({ action: 'asset.healed', problem: null });
  });
});

test('a name is free only when nothing bears it', () =>
  expect(ASSET_STATES.filter((state) => nameTaken({ kind: 'mailbox-asset', state }) === null)).toEqual(['gone']));
