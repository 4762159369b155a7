import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { SMALL_FLOW } from '../wizard-engine/fixture.ts';
import { parseFlow } from './parse.ts';

type Plain = Record<string, unknown>;

/** The small wizard's YAML after one change, given as a path and a value; `undefined` takes the key away. */
function problemsWith(path: string, value: unknown): string[] {
  const flow = structuredClone(SMALL_FLOW) as unknown as Plain;
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  let at = flow;
  for (const key of keys) at = at[key] as Plain;
  if (value === undefined) delete at[last];
  else at[last] = value;
  const parsed = parseFlow(stringify(flow), 'maly.yaml');
  return parsed.ok ? [] : parsed.problems;
}

describe('a wizard file', () => {
  it('that is whole is read', () => expect(parseFlow(stringify(SMALL_FLOW), 'maly.yaml').ok).toBe(true));

  it('gets its texts set, but not the message that people copy', () => {
    const parsed = parseFlow(stringify({ ...SMALL_FLOW, words: { ...SMALL_FLOW.words, lead: 'Klucz z domu' } }), 'maly.yaml');
    expect(parsed.ok && parsed.flow.words.lead).toBe('Klucz z\u00a0domu');
    const outcomes = {
      ...SMALL_FLOW.words.outcomes,
      koniec: { title: 'Koniec', lead: 'Koniec', message: { subject: 'Klucz z domu', body: 'Dom i klucz' } },
    };
    const withMessage = parseFlow(stringify({ ...SMALL_FLOW, words: { ...SMALL_FLOW.words, outcomes } }), 'maly.yaml');
    expect(withMessage.ok && withMessage.flow.words.outcomes.koniec?.message).toEqual({
      subject: 'Klucz z domu',
      body: 'Dom i klucz',
    });
  });

  it('that is no YAML says on which line', () => {
    const parsed = parseFlow('id: maly\nrouting: {\n', 'maly.yaml');
    expect(!parsed.ok && parsed.problems[0]).toMatch(/^maly\.yaml:\d+: /);
  });

  it.each<[string, string, unknown, string]>([
    ['a key nobody knows', 'words/questions/barwa/hint', 'x', 'words.questions.barwa: Unrecognized key: "hint"'],
    [
      'an option without words',
      'words/questions/barwa/options/czern',
      undefined,
      'words.questions.barwa.options: "czern" is missing',
    ],
    [
      'words for an option that is not there',
      'words/questions/barwa/options/zielen',
      { label: 'Z', means: 'Z.' },
      'words.questions.barwa.options.zielen: there is no "zielen" in this wizard',
    ],
    [
      'a way to nowhere',
      'routing/questions/barwa/czern',
      'nikt',
      'routing.questions.barwa.czern: there is no question or outcome "nikt"',
    ],
    ['a start that is not there', 'routing/start', 'nikt', 'routing.start: there is no question "nikt"'],
    ['a circle', 'routing/questions/barwa/czern', 'rzecz', 'the way goes in a circle: rzecz → barwa → rzecz'],
    [
      'a condition that cannot hold',
      'routing/questions/rozmiar/duzy',
      [{ when: { barwa: 'zielen' }, to: 'bialy' }, { to: 'duzy-klucz' }],
      'the condition barwa=zielen can never hold',
    ],
    [
      'a last branch with a condition',
      'routing/questions/rozmiar/duzy',
      [
        { when: { barwa: 'biel' }, to: 'bialy' },
        { when: { barwa: 'biel' }, to: 'duzy-klucz' },
      ],
      'the last branch must have no condition',
    ],
    [
      'an early branch without one',
      'routing/questions/rozmiar/duzy',
      [{ to: 'bialy' }, { to: 'duzy-klucz' }],
      'only the last branch may have no condition',
    ],
    [
      'an end that no answer leads to',
      'routing/questions/rozmiar/duzy',
      'duzy-klucz',
      'policy.outcomes.bialy: no answer leads here',
    ],
    [
      'an end named like a question',
      'policy/outcomes/barwa',
      { kind: 'guide', rules: ['R1'] },
      'policy.outcomes.barwa: a question has this name',
    ],
    [
      'a grant that hides its risk',
      'words/outcomes/maly-klucz/risk',
      undefined,
      'words.outcomes.maly-klucz: a grant needs "risk" (R13)',
    ],
    [
      'a grant that does not say what it cannot do',
      'words/outcomes/maly-klucz/cannot',
      [],
      'words.outcomes.maly-klucz: a grant needs "cannot"',
    ],
    [
      'a link to an answer that is not there',
      'words/outcomes/bialy/nextSteps',
      [{ label: 'X', answers: { rozmiar: 'sredni' } }],
      'rozmiar=sredni is no answer of this wizard',
    ],
    [
      'a rule that is not there',
      'policy/questions/barwa/rules',
      ['R17'],
      'policy.questions.barwa.rules.0: cite a rule of the domain',
    ],
    [
      'an intent that no kind takes',
      'policy/outcomes/maly-klucz/intent/area',
      'wszystko',
      'policy.outcomes.maly-klucz.intent.area: Invalid option',
    ],
    [
      'a narrower answer that opens more',
      'policy/narrowestFirst/rozmiar',
      ['duzy', 'maly'],
      '"duzy" leads to "duzy-klucz", which opens more than "maly-klucz"',
    ],
    [
      'a narrower answer that opens more of a database',
      'policy/outcomes',
      {
        ...SMALL_FLOW.policy.outcomes,
        'maly-klucz': { kind: 'grant', intent: { kind: 'database', access: 'full', days: 7 }, rules: ['R9'] },
        'duzy-klucz': { kind: 'grant', intent: { kind: 'database', access: 'write', days: 7 }, rules: ['R9'] },
      },
      '"maly" leads to "maly-klucz", which opens more than "duzy-klucz"',
    ],
    [
      'a narrower answer that opens something else',
      'policy/outcomes/maly-klucz/intent',
      { kind: 'mailbox', access: 'read', days: 7 },
      '"maly" leads to "maly-klucz", which opens more than "duzy-klucz"',
    ],
    [
      'an order of options that are not there',
      'policy/narrowestFirst/rozmiar',
      ['sredni', 'maly'],
      'rozmiar=sredni is no answer of this wizard',
    ],
  ])('with %s is refused in words', (_, path, value, expected) =>
    expect(problemsWith(path, value).join('\n')).toContain(expected),
  );

  it('points at the line', () => {
    const line =
      stringify(SMALL_FLOW)
        .split('\n')
        .findIndex((text) => text.includes('czern: koniec')) + 1;
    expect(problemsWith('routing/questions/barwa/czern', 'nikt')).toEqual([
      `maly.yaml:${line}: routing.questions.barwa.czern: there is no question or outcome "nikt"`,
    ]);
  });

  it('may not ask more than six questions', () => {
    const flow = structuredClone(SMALL_FLOW);
    const rows = ['a', 'b', 'c', 'd', 'e'].map((letter) => `pytanie-${letter}`);
    for (const [index, id] of rows.entries()) {
      flow.routing.questions[id] = { dalej: rows[index + 1] ?? 'rozmiar' };
      flow.policy.questions[id] = { rules: ['R1'] };
      flow.words.questions[id] = { ask: id, short: id, options: { dalej: { label: 'Dalej', means: 'Dalej.' } } };
    }
    const options = flow.routing.questions.rzecz;
    if (options) options.klucz = 'pytanie-a';
    const parsed = parseFlow(stringify(flow), 'maly.yaml');
    expect(!parsed.ok && parsed.problems.join('\n')).toContain('7 questions on the way to "maly-klucz"; 6 are the most');
  });
});
