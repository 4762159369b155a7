import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { grantIntent, intentFromQuery, intentToQuery } from '../../contract/index.ts';
import { changeAnswers, type Flow, resolve, toAnswers, walk } from '../wizard-engine/index.ts';
import { COMPILED, compile, readFlows } from './compile.ts';
import { FLOWS, findFlow, whyNotLess } from './index.ts';

test('the compiled wizards are those of the YAML files (npm run wizards writes them)', () => {
  expect(readFileSync(COMPILED, 'utf8')).toBe(compile(readFlows()));
});

describe.each(FLOWS.map((flow) => [flow.id, flow] as const))('wizard %s', (_, flow) => {
  const ways = [...walk(flow)];
  const ends = new Set(ways.map(({ end }) => end.id));

  it('ends on every path, within six questions', () => {
    for (const { path, end } of ways) {
      expect(end.type, JSON.stringify(toAnswers(path))).toBe('outcome');
      expect(path.length).toBeLessThanOrEqual(6);
    }
  });

  it('reaches every question and every end', () => {
    expect(new Set(ways.flatMap(({ path }) => path.map(({ question }) => question)))).toEqual(
      new Set(Object.keys(flow.routing.questions)),
    );
    expect(ends).toEqual(new Set(Object.keys(flow.policy.outcomes)));
  });

  it('hands on intents that the confirm page reads back', () => {
    for (const [outcome, policy] of Object.entries(flow.policy.outcomes)) {
      if (policy.kind !== 'grant') continue;
      const intent = grantIntent.parse({ ...policy.intent, flow: flow.id, outcome });
      expect(intentFromQuery(intentToQuery(intent))).toEqual(intent);
    }
  });

  it('leads every "rather this" link to another page than its own', () => {
    for (const { path, end } of ways) {
      for (const step of flow.words.outcomes[end.id]?.nextSteps ?? []) {
        if ('answers' in step)
          expect(resolve(flow, changeAnswers(toAnswers(path), step.answers)).end.id, `${end.id}: ${step.label}`).not.toBe(end.id);
      }
    }
  });

  it('lets people who do not know on without guessing', () => {
    for (const { path, end } of ways) {
      if (path.at(-1)?.option === 'nie-wiem') expect(flow.words.outcomes[end.id]?.message, end.id).toBeDefined();
    }
  });
});

const informatyk = ((): Flow => {
  const flow = findFlow('informatyk');
  if (!flow) throw new Error('The wizard of the main road is gone');
  return flow;
})();
const endOf = (...answers: string[]) =>
  resolve(informatyk, Object.fromEntries(answers.map((answer) => answer.split('=')))).end.id;

describe('"my IT person needs access"', () => {
  it.each([
    ['R8', 'ftp-katalog-odczyt', ['zadanie=pliki', 'zakres=katalog', 'prawo=odczyt']],
    ['R8', 'ftp-katalog-zapis', ['zadanie=pliki', 'zakres=katalog', 'prawo=zapis']],
    ['R8', 'ftp-serwer-odczyt', ['zadanie=pliki', 'zakres=caly-serwer', 'prawo=odczyt']],
    ['R8', 'ftp-serwer-zapis', ['zadanie=pliki', 'zakres=caly-serwer', 'prawo=zapis']],
    ['R8', 'przeslij-pliki', ['zadanie=pliki', 'zakres=przesle']],
    ['R9', 'baza-danych', ['zadanie=baza']],
    ['R10', 'poczta-czytanie', ['zadanie=poczta', 'sprawa-poczty=czytac']],
    ['R10', 'poczta-w-panelu', ['zadanie=poczta', 'sprawa-poczty=zarzadzac']],
    ['R11', 'zmien-ustawienia', ['zadanie=ustawienia', 'kto-zmieni=ja']],
    ['R11', 'ftp-katalog-zapis', ['zadanie=ustawienia', 'kto-zmieni=w-plikach', 'zakres=katalog', 'prawo=zapis']],
    ['R12', 'zlecenie', ['zadanie=bez-obcych']],
    ['R12', 'zlecenie', ['zadanie=ustawienia', 'kto-zmieni=administratorzy']],
    ['R3', 'jedna-usluga', ['zadanie=panel', 'cel-w-panelu=jedna-usluga']],
    ['R1', 'administrator', ['zadanie=panel', 'cel-w-panelu=cale-konto']],
    ['R13', 'administrator', ['zadanie=ustawienia', 'kto-zmieni=informatyk']],
    ['R15', 'bok', ['zadanie=inne']],
    ['R13', 'zapytaj', ['zadanie=nie-wiem']],
  ])('%s is behind %s', (rule, outcome, answers) => {
    expect(endOf(...answers)).toBe(outcome);
    expect(informatyk.policy.outcomes[outcome]?.rules).toContain(rule);
  });

  it('cites R1, R3 and R8 to R15', () => {
    const cited = new Set(Object.values(informatyk.policy.outcomes).flatMap(({ rules }) => rules));
    for (const rule of ['R1', 'R3', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15']) expect(cited).toContain(rule);
  });

  it('marks as such every end that describes screens of the new platform (R14)', () => {
    for (const [id, { rules }] of Object.entries(informatyk.policy.outcomes)) {
      expect(informatyk.words.outcomes[id]?.newPlatformOnly ?? false, id).toBe(rules.includes('R14'));
    }
  });

  it('offers something smaller beside every access but the smallest (R13)', () => {
    const area = (id: string) =>
      Object.values(informatyk.words.outcomes[id]?.nextSteps ?? {}).flatMap((step) =>
        'answers' in step ? Object.values(step.answers) : [],
      );
    expect(area('ftp-serwer-zapis')).toEqual(expect.arrayContaining(['katalog', 'odczyt']));
    expect(area('ftp-serwer-odczyt')).toContain('katalog');
    expect(area('ftp-katalog-zapis')).toContain('odczyt');
    expect(area('administrator')).toEqual(expect.arrayContaining(['pliki', 'baza', 'bez-obcych']));
  });

  it('suggests an end date, never "until I take it back"', () => {
    for (const policy of Object.values(informatyk.policy.outcomes))
      if (policy.kind === 'grant') expect(policy.intent.days).toBe(7);
  });

  it('keeps the reason with the grant', () => {
    expect(whyNotLess('informatyk', 'ftp-katalog-zapis')).toContain('to za mało');
    expect(whyNotLess('informatyk', 'zapytaj')).toBeNull();
    expect(whyNotLess('informatyk', 'constructor')).toBeNull();
    expect(whyNotLess('nikt', 'zapytaj')).toBeNull();
  });
});
