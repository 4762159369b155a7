import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { anyIntent, intentFromQuery, intentToQuery } from '../../contract/index.ts';
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
      const intent = anyIntent.parse({ ...policy.intent, flow: flow.id, outcome });
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

  it('suggests an end date, never "until I take it back"', () => {
    for (const policy of Object.values(flow.policy.outcomes))
      if (policy.kind === 'grant') expect(policy.intent.days).toBe(policy.intent.kind === 'panel-user' ? 30 : 7);
  });

  it('marks as such every end that describes screens of the new platform (R14)', () => {
    for (const [id, { rules }] of Object.entries(flow.policy.outcomes))
      expect(flow.words.outcomes[id]?.newPlatformOnly ?? false, id).toBe(rules.includes('R14'));
  });

  it('offers something smaller, or nothing to grant at all, beside every access (R13)', () => {
    for (const { path, end } of ways) {
      if (flow.policy.outcomes[end.id]?.kind !== 'grant') continue;
      const others = (flow.words.outcomes[end.id]?.nextSteps ?? []).map((step) =>
        'answers' in step ? resolve(flow, changeAnswers(toAnswers(path), step.answers)).end.id : step.href,
      );
      expect(
        others.filter((id) => isLess(flow, id, end.id)),
        end.id,
      ).not.toEqual([]);
    }
  });

  it('lets people who do not know on without guessing', () => {
    for (const { path, end } of ways) {
      if (path.at(-1)?.option === 'nie-wiem') expect(flow.words.outcomes[end.id]?.message, end.id).toBeDefined();
    }
  });
});

const ACCESS = ['read', 'write', 'full'];

/** True when a way on gives less than an end does: less of the same kind, nothing at all, or another wizard that asks for less. */
function isLess(flow: Flow, id: string, than: string): boolean {
  const [less, more] = [flow.policy.outcomes[id], flow.policy.outcomes[than]];
  if (!less) return id.startsWith('/kreator/');
  if (less.kind !== 'grant' || more?.kind !== 'grant') return less.kind !== 'grant';
  const { intent } = less;
  if (intent.kind === 'panel-user' || more.intent.kind === 'panel-user')
    return more.intent.kind === 'panel-user' && more.intent.role === 'administrator';
  if (intent.kind !== more.intent.kind) return false;
  if (intent.kind === 'ftp' && more.intent.kind === 'ftp' && more.intent.area !== intent.area) return intent.area === 'directory';
  return ACCESS.indexOf(intent.access) < ACCESS.indexOf(more.intent.access);
}

const flowNamed = (id: string): Flow => {
  const flow = findFlow(id);
  if (!flow) throw new Error(`The wizard ${id} is gone`);
  return flow;
};
const informatyk = flowNamed('informatyk');
const endIn = (flow: Flow, answers: readonly string[]) =>
  resolve(flow, Object.fromEntries(answers.map((answer) => answer.split('=')))).end.id;
const endOf = (...answers: string[]) => endIn(informatyk, answers);

describe('"my IT person needs access"', () => {
  it.each([
    ['R8', 'ftp-katalog-odczyt', ['zadanie=pliki', 'zakres=katalog', 'prawo=odczyt']],
    ['R8', 'ftp-katalog-zapis', ['zadanie=pliki', 'zakres=katalog', 'prawo=zapis']],
    ['R8', 'ftp-serwer-odczyt', ['zadanie=pliki', 'zakres=caly-serwer', 'prawo=odczyt']],
    ['R8', 'ftp-serwer-zapis', ['zadanie=pliki', 'zakres=caly-serwer', 'prawo=zapis']],
    ['R8', 'przeslij-pliki', ['zadanie=pliki', 'zakres=przesle']],
    ['R9', 'baza-odczyt', ['zadanie=baza', 'prawo-do-bazy=odczyt']],
    ['R9', 'baza-zapis', ['zadanie=baza', 'prawo-do-bazy=zapis']],
    ['R9', 'baza-pelny', ['zadanie=panel', 'cel-w-panelu=baza', 'prawo-do-bazy=pelny']],
    ['R10', 'skrzynka-odczyt', ['zadanie=poczta', 'sprawa-poczty=czytac', 'prawo-do-skrzynki=odczyt']],
    ['R10', 'skrzynka-zapis', ['zadanie=poczta', 'sprawa-poczty=czytac', 'prawo-do-skrzynki=zapis']],
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

  it('keeps the reason with the grant', () => {
    expect(whyNotLess('informatyk', 'ftp-katalog-zapis')).toContain('to za mało');
    expect(whyNotLess('informatyk', 'zapytaj')).toBeNull();
    expect(whyNotLess('informatyk', 'constructor')).toBeNull();
    expect(whyNotLess('nikt', 'zapytaj')).toBeNull();
  });
});

describe('"someone needs my database"', () => {
  const flow = flowNamed('baza-danych');
  it.each([
    ['R13', 'wyslij-kopie', ['praca=przegladac', 'jak-dlugo=raz']],
    ['R9', 'baza-odczyt', ['praca=przegladac', 'jak-dlugo=dluzej']],
    ['R9', 'baza-zapis', ['praca=zmieniac']],
    ['R9', 'baza-pelny', ['praca=budowa']],
    ['R9', 'podlacz-strone', ['praca=strona']],
    ['R9', 'zaloz-baze', ['praca=zalozyc']],
    ['R12', 'zlecenie', ['praca=bez-obcych']],
    ['R15', 'bok', ['praca=inne']],
  ])('%s is behind %s', (rule, outcome, answers) => {
    expect(endIn(flow, answers)).toBe(outcome);
    expect(flow.policy.outcomes[outcome]?.rules).toContain(rule);
  });
});

describe('"somebody should read the shared mailbox"', () => {
  const flow = flowNamed('skrzynka');
  it.each([
    ['R13', 'przeslij-wiadomosci', ['czyja=wspolna', 'co-z-poczta=kilka']],
    ['R13', 'przekieruj', ['czyja=moja', 'co-z-poczta=kopie']],
    ['R10', 'skrzynka-odczyt', ['czyja=wspolna', 'co-z-poczta=czytac']],
    ['R10', 'skrzynka-zapis', ['czyja=moja', 'co-z-poczta=porzadkowac']],
    ['R10', 'wspolne-haslo', ['czyja=wspolna', 'co-z-poczta=odpisywac']],
    ['R10', 'zaloz-skrzynke', ['czyja=jeszcze-nie']],
    ['R15', 'bok', ['czyja=inne']],
  ])('%s is behind %s', (rule, outcome, answers) => {
    expect(endIn(flow, answers)).toBe(outcome);
    expect(flow.policy.outcomes[outcome]?.rules).toContain(rule);
  });

  it("never gives access to another person's mailbox without asking them", () => {
    for (const { path, end } of walk(flow))
      if (path.some(({ option }) => option === 'pracownika')) expect(flow.policy.outcomes[end.id]?.kind).toBe('own-act');
    expect(flow.words.outcomes['skrzynka-pracownika']?.message).toBeDefined();
  });

  it('never promises sending', () => {
    for (const [id, { kind }] of Object.entries(flow.policy.outcomes)) {
      const { can, cannot } = flow.words.outcomes[id] ?? { can: [], cannot: [] };
      if (kind !== 'grant') continue;
      expect(can.join(' '), id).not.toMatch(/wys(ył|ł)ać/i);
      expect(cannot.join(' '), id).toMatch(/wysyłać/i);
    }
  });
});

describe('"somebody should sign in to our account"', () => {
  const flow = flowNamed('uzytkownik-panelu');
  it.each([
    ['R3', 'jedna-rzecz', ['kto=z-zewnatrz', 'do-czego=jedna-rzecz']],
    ['R5', 'licencja-do-pracy', ['kto=z-firmy', 'do-czego=licencje', 'jaka-licencja=do-pracy']],
    ['R2', 'opiekun-licencji', ['kto=z-firmy', 'do-czego=licencje', 'jaka-licencja=z-opieka']],
    ['R1', 'administrator', ['kto=z-zewnatrz', 'do-czego=cale-konto']],
    ['R3', 'tylko-faktury', ['kto=ksiegowa']],
    ['R7', 'cesja', ['kto=z-firmy', 'do-czego=na-zawsze']],
    ['R12', 'zlecenie', ['kto=nikogo']],
    ['R15', 'bok', ['kto=inne']],
  ])('%s is behind %s', (rule, outcome, answers) => {
    expect(endIn(flow, answers)).toBe(outcome);
    expect(flow.policy.outcomes[outcome]?.rules).toContain(rule);
  });

  it('shows what is smaller before it offers the whole account, here and for an IT person', () => {
    for (const { policy } of [flow, informatyk])
      expect(policy.outcomes.administrator).toMatchObject({ kind: 'grant', weighFirst: true });
  });
});

describe('"how do I pass a domain to another client?"', () => {
  const flow = flowNamed('domena');
  it.each([
    ['R11', 'wpisz-zmiane', ['co=jedna-zmiana']],
    ['R6', 'przekaz', ['co=zarzadzac', 'klient=tak']],
    ['R6', 'jeszcze-nie-klient', ['co=zarzadzac', 'klient=nie']],
    ['R6', 'zapytaj-o-numer', ['co=zarzadzac', 'klient=nie-wiem']],
    ['R7', 'cesja', ['co=na-zawsze']],
    ['R15', 'bok', ['co=inne']],
  ])('%s is behind %s', (rule, outcome, answers) => {
    expect(endIn(flow, answers)).toBe(outcome);
    expect(flow.policy.outcomes[outcome]?.rules).toContain(rule);
  });

  it('never takes managing for owning', () => {
    expect(flow.words.outcomes.przekaz?.cannot.join(' ')).toMatch(/Przepisać domeny na siebie/);
    expect(flow.words.outcomes.cesja?.lead).toMatch(/zmienia jej właściciela/);
  });
});
