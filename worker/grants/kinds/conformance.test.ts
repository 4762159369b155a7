import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccessKind, connection, desiredItem, type GrantSpec, KINDS, sha256Hex, withHash } from '../../../contract/index.ts';
import { CREDENTIAL_FIELDS, type Secret, type WantedState } from '../kind.ts';
import { newPrincipal } from '../rules.ts';
import { GRANT_KINDS } from './index.ts';
import { ENDPOINTS, HOSTILE, SAMPLES } from './samples.ts';

/*
 * What the worker asks of every kind of grant, held against each through the registry. A new kind adds its sample.
 */

const NAMES = Object.keys(SAMPLES) as AccessKind[];
const END = 1_800_000_000_999;

/** Each kind's credentials, sealed once: sealing is slow on purpose. */
const sealedOf = async (name: AccessKind): Promise<Secret[]> =>
  Promise.all(
    SAMPLES[name].credentials.map(async (credential) => {
      const sealed = await GRANT_KINDS[name].seal(credential);
      if (typeof sealed === 'string') throw new Error(`${name} refuses its own sample: ${sealed}`);
      return sealed;
    }),
  );
const SEALED = new Map(await Promise.all(NAMES.map(async (name) => [name, await sealedOf(name)] as const)));

describe.each(NAMES)('a grant of kind %s', (name) => {
  const kind = GRANT_KINDS[name];
  const sample = SAMPLES[name];
  const { narrows, digestInput, desired } = KINDS[name];
  const secrets = SEALED.get(name) ?? [];
  const [one] = secrets as [Secret, ...Secret[]];
  const keptOf = ({ password, keys }: Secret) => ({ print: password?.print ?? null, keys });
  const wantedWith = (secret: Secret, spec: GrantSpec, notAfter: number | null = END, tree = 'alfa') =>
    kind.wanted(spec, { tree }, notAfter, keptOf(secret));
  const parts = fc.record({
    spec: sample.spec,
    tree: fc.constantFrom('alfa', 'beta', 'alfa-2'),
    notAfter: fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 })),
    secret: fc.constantFrom(...secrets),
  });
  type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;
  const stateOf = ({ spec, tree, notAfter, secret }: Parts) => wantedWith(secret, spec, notAfter, tree);
  const onTheWire = (state: WantedState, { password }: Secret) => withHash(state, password?.hash ?? null);

  describe('takes a secret', () => {
    test.each(sample.credentials.map((credential, at) => [at, credential] as const))(
      'of its own sort, and keeps nothing of what was typed (%i)',
      async (at, credential) => {
        const sealed = secrets[at];
        if (credential.type === 'password') expect(JSON.stringify(sealed)).not.toContain(credential.password);
        expect(sealed?.password?.print).toBe(sealed?.password ? await sha256Hex(sealed.password.hash) : undefined);
        expect(sealed?.password !== null || sealed.keys.length > 0).toBe(true);
      },
    );
    test.each(sample.refused)('but not %s', async (_, credential, code) => {
      expect(await kind.seal(credential)).toBe(code);
      expect(CREDENTIAL_FIELDS[code]).toBe(credential.type === 'public-key' ? 'credential.publicKey' : 'credential.password');
    });
    test('but no password of a few characters over and over', () =>
      fc.assert(
        fc.asyncProperty(
          fc.string({ unit: fc.constantFrom('a', 'B', '1', '-', 'ż'), minLength: 12, maxLength: 64 }),
          async (password) => {
            expect(CREDENTIAL_FIELDS).toHaveProperty(String(await kind.seal({ type: 'password', password })));
          },
        ),
      ));
    test('that its giver may know only where that is right, and is announced where somebody must hear of it', () => {
      expect({ shownOnce: kind.shownOnce, announced: kind.announcement !== null }).toEqual({
        shownOnce: sample.shownOnce,
        announced: sample.announced,
      });
    });
  });

  describe('wants a state', () => {
    test('that its host can read, and that can be wanted again from itself', () =>
      fc.assert(
        fc.property(parts, (all) => {
          const state = stateOf(all);
          expect(desired.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
          expect(kind.kept(state)).toEqual(keptOf(all.secret));
          expect(kind.wanted(all.spec, { tree: all.tree }, all.notAfter, kind.kept(state))).toEqual(state);
          expect(state.notAfter).toBe(all.notAfter === null ? null : Math.floor(all.notAfter / 1000));
        }),
      ));
    test('without the hash of its password', () =>
      fc.assert(
        fc.property(parts, (all) => {
          const { password } = all.secret;
          if (password) expect(JSON.stringify(stateOf(all))).not.toContain(JSON.stringify(password.hash));
        }),
      ));
    test('whose digest says all of it, but for the hash', () =>
      fc.assert(
        fc.property(parts, parts, fc.constantFrom('spec', 'tree', 'notAfter', 'secret'), (all, others, part) => {
          const state = stateOf(all);
          const changed = stateOf({ ...all, [part]: others[part] });
          expect(digestInput(onTheWire(state, all.secret))).toBe(digestInput(state));
          expect(digestInput(changed) === digestInput(state)).toBe(JSON.stringify(changed) === JSON.stringify(state));
        }),
      ));
  });

  describe('ends sessions', () => {
    const narrowed = (before: WantedState, after: WantedState) => narrows(before, onTheWire(after, one));
    test('when less is opened, or something else', () =>
      fc.assert(
        fc.property(sample.narrowing, ({ before, after }) => {
          expect(narrowed(wantedWith(one, before), wantedWith(one, after))).toBe(true);
        }),
      ));
    test('when it is somebody else’s, or opens to another secret', () =>
      fc.assert(
        fc.property(sample.spec, (spec) => {
          expect(narrowed(wantedWith(one, spec), wantedWith(one, spec, END, 'beta'))).toBe(true);
          for (const secret of secrets.filter((secret) => secret !== one))
            expect(narrows(wantedWith(one, spec), wantedWith(secret, spec))).toBe(true);
        }),
      ));
    test('not when all that could be done still can, nor for another end alone', () =>
      fc.assert(
        fc.property(sample.widening, fc.option(fc.integer({ min: 0, max: END })), ({ before, after }, end) => {
          expect(narrowed(wantedWith(one, before), wantedWith(one, after, end))).toBe(false);
          expect(narrowed(wantedWith(one, before), wantedWith(one, before, end))).toBe(false);
        }),
      ));
  });

  test('may become what its kind allows', () => {
    const change = fc.oneof(sample.narrowing, sample.widening);
    fc.assert(
      fc.property(change, ({ before, after }) => {
        const same = kind.target(before) === kind.target(after);
        expect(kind.mayBecome(before, after)).toBe(same || !sample.targetFixed);
      }),
    );
  });

  test.each(sample.said)('names what it opens: %o', (spec, target, phrase) => {
    expect(kind.target(spec)).toBe(target);
    expect(kind.phrase(spec)).toBe(phrase);
  });
  test('says what it opens in one line, with nothing that cannot be seen', () =>
    fc.assert(
      fc.property(sample.spec, (spec) => {
        expect(kind.phrase(spec)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    ));

  test('says how to sign in only once its host has said where', () =>
    fc.assert(
      fc.property(sample.spec, (spec) => {
        const { [sample.endpoint]: own, ...others } = ENDPOINTS;
        expect(kind.connection(spec, 'jan-abc', {})).toBeNull();
        expect(kind.connection(spec, 'jan-abc', others)).toBeNull();
        const told = kind.connection(spec, 'jan-abc', { [sample.endpoint]: own });
        expect(connection.parse(told)).toEqual(told);
        expect(told).toMatchObject({ kind: name, user: 'jan-abc', [sample.endpoint]: own });
      }),
    ));

  describe('travels to its host', () => {
    const item = (principal: string, state: WantedState | null) =>
      desiredItem.safeParse({ kind: name, principal, gen: 1, state });
    test('under the name of any grantee', () =>
      fc.assert(
        fc.property(parts, fc.string({ unit: 'binary' }), fc.uint8Array({ minLength: 10 }), (all, grantee, random) => {
          const principal = newPrincipal(grantee, random);
          const state = onTheWire(stateOf(all), all.secret);
          expect(item(principal, state)).toEqual({ success: true, data: { kind: name, principal, gen: 1, state } });
          expect(item(principal, null).success).toBe(true);
        }),
      ));
    test.each(HOSTILE)('but not under the name %j', (principal) => {
      expect(item(principal, wantedWith(one, sample.said[0][0])).success).toBe(false);
      expect(item(principal, null).success).toBe(false);
    });
  });
});
