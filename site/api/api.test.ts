import { describe, expect, it } from 'vitest';
import { ERROR_CODES, problem, type Role, type SessionView } from '../../contract/index.ts';
import { actOf } from './acts.ts';
import { isSamePerson } from './gate.ts';
import { problemWith, readProblem } from './result.ts';
import { homeOf, NO_ACCOUNT, safeReturn } from './session.ts';

const session = (
  user: string,
  account: string | null,
  staffRole: SessionView['staffRole'] = null,
  role: Role = 'owner',
): SessionView => ({
  user: { id: user, name: user, email: `${user}@example.pl` },
  account: account ? { id: account, name: account, clientNumber: '1', role } : null,
  accounts: [],
  staffRole,
  steppedUpUntil: null,
});

describe('reading a refusal', () => {
  it('understands every code as the contract does', () => {
    for (const code of ERROR_CODES) {
      const body = { error: { code, message: 'Zdanie.', fields: [{ field: 'a.b', code: 'required', message: 'Uzupełnij.' }] } };
      expect(problem.parse(body).error).toMatchObject({ code });
      expect(readProblem(body)).toMatchObject({ ok: false, code, message: 'Zdanie.', fields: body.error.fields });
    }
  });
  it.each([
    null,
    'tekst',
    {},
    { error: null },
    { error: { code: 'nie-ma', message: 'x', fields: [] } },
    { error: { code: 'toString', message: 'x', fields: [] } },
    { error: { code: 'required' } },
  ])('takes %j for a fault of ours', (body) => {
    expect(problem.safeParse(body).success).toBe(false);
    expect(readProblem(body).code).toBe('internal');
  });
  it('finds what is wrong with a field, also deeper inside it', () => {
    const failed = readProblem({
      error: { code: 'invalid-input', message: '', fields: [{ field: 'spec.directory', code: 'required', message: 'Wybierz.' }] },
    });
    expect(problemWith(failed, 'spec.directory')).toBe('Wybierz.');
    expect(problemWith(failed, 'spec')).toBe('Wybierz.');
    expect(problemWith(failed, 'spe')).toBeNull();
  });
});

describe('an act that may outlive the page', () => {
  const shelf = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage;
  };
  it('has the same key after a reload, another for another body, and none left once finished', () => {
    const storage = shelf();
    const first = actOf('nadaj', { a: 1 }, storage);
    expect(actOf('nadaj', { a: 1 }, storage).key).toBe(first.key);
    expect(actOf('nadaj', { a: 2 }, storage).key).not.toBe(first.key);
    actOf('nadaj', { a: 2 }, storage).finish();
    expect(storage.getItem('klucznik:czynnosc:nadaj')).toBeNull();
  });
  it('is not written down where its body holds a secret', () => {
    const storage = shelf();
    actOf('przyjmij', { password: 'tajne' });
    expect(storage.getItem('klucznik:czynnosc:przyjmij')).toBeNull();
  });
});

describe('who may finish what was begun', () => {
  it('is the same person on the same account, or anybody where nobody was known', () => {
    expect(isSamePerson(null, session('anna', 'a'))).toBe(true);
    expect(isSamePerson(session('anna', 'a'), session('anna', 'a'))).toBe(true);
    expect(isSamePerson(session('anna', 'a'), session('anna', 'b'))).toBe(false);
    expect(isSamePerson(session('anna', 'a'), session('ewa', 'a'))).toBe(false);
  });
});

describe('after signing in', () => {
  it('everybody begins at their own place', () => {
    expect(homeOf(session('anna', 'a'))).toBe('/panel/');
    expect(homeOf(session('ewa', 'a', null, 'user')), 'whose only page is that of licences').toBe('/panel/licencje/');
    expect(homeOf(session('nikt', null)), 'who is told so').toBe(NO_ACCOUNT);
    expect(homeOf(session('s', null, 'support'))).toBe('/bok/');
    expect(homeOf(session('o', null, 'operator'))).toBe('/bok/serwery/');
  });
  it('goes back to a place on this site', () => {
    expect(safeReturn('/panel/nadaj/?dni=7#x', 'https://klucznik.example')).toBe('/panel/nadaj/?dni=7#x');
  });
  it.each([
    null,
    '',
    'https://zly.example/',
    '//zly.example/',
    '/\\zly.example',
    '/\t/zly.example',
    'javascript:alert(1)',
    'panel/',
    '/.//zly.example',
  ])('never follows %j elsewhere', (target) => {
    expect(safeReturn(target, 'https://klucznik.example')).toBeNull();
  });
});
