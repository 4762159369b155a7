import { describe, expect, it } from 'vitest';
import { SETTING, stepsFor } from '../../../content/settings/index.ts';
import {
  ATTACHMENT_TYPES,
  CASE_STATES,
  MOST_ATTACHMENT_BYTES,
  MOST_ATTACHMENTS,
  ORDER_SUBJECTS,
  type SettingRequest,
} from '../../../contract/index.ts';
import { ACCEPTED, attachmentFault, faultWords, MOST_BYTES, MOST_FILES, typeOf } from './attachments.ts';
import { type CaseDraft, messageProblems, orderProblems } from './cases/case-form.ts';
import { looksSecret, TAKEN_OUT, withoutSecrets } from './secrets.ts';
import { deadForm, endedForm } from './settings/dead-form.ts';
import { EMPTY_REQUEST, requestBody, requestProblems } from './settings/request-form.ts';
import { stateOf } from './settings/words.ts';
import { CASE_LOOK, caseStateWords, ORDER_WORDS, progressWords } from './words.ts';

describe('a password in a message', () => {
  it.each([
    ['hasło: Kogut47!', 'hasło: [usunięte]'],
    ['Login ola, hasło do FTP: tajne-123 i tyle', 'Login ola, hasło do FTP: [usunięte] i tyle'],
    ['Haslo = abc', 'Haslo = [usunięte]'],
    ['HASŁO:\nZielnik2026', 'HASŁO:\n[usunięte]'],
    ['password=hunter2', 'password=[usunięte]'],
    ['hasło to „Kogut47!”', 'hasło to „[usunięte]”'],
    ['pin: 1234', 'pin: [usunięte]'],
    ['raz hasło: abc.d, dwa abc.d,', 'raz hasło: [usunięte] dwa [usunięte]'],
    ['klucz\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb\n-----END OPENSSH PRIVATE KEY-----\nkoniec', 'klucz\n[usunięte]\nkoniec'],
  ])('is seen in „%s” and taken out', (text, cleaned) => {
    expect(looksSecret(text)).toBe(true);
    expect(withoutSecrets(text)).toBe(cleaned);
    expect(looksSecret(cleaned)).toBe(false);
  });

  it.each([
    'Nie pamiętam hasła i nie wiem, co zrobić.',
    'Hasło to problem od rana.',
    'Czy hasło jest potrzebne?',
    'Hasło: nie podaję',
    `hasło: ${TAKEN_OUT}`,
    'Strona pokazuje błąd: 500',
    'pasta: 12 sztuk, spinacz = 3',
    'Zmiana hasła: https://panel.example/haslo',
    '',
  ])('is not seen in „%s”', (text) => {
    expect(looksSecret(text)).toBe(false);
    expect(withoutSecrets(text)).toBe(text);
  });
});

describe('a file to send along', () => {
  it('may be as many, as large and of such types as the contract takes', () => {
    expect([MOST_FILES, MOST_BYTES]).toEqual([MOST_ATTACHMENTS, MOST_ATTACHMENT_BYTES]);
    const types = ACCEPTED.split(',').map((ending) => typeOf(`plik${ending}`));
    expect(new Set(types)).toEqual(new Set(ATTACHMENT_TYPES));
  });

  it.each([
    ['zrzut.PNG', 10, null],
    ['raport.pdf', MOST_BYTES, null],
    ['raport.pdf', MOST_BYTES + 1, 'attachment-too-large'],
    ['pusty.txt', 0, 'attachment-invalid'],
    ['program.exe', 10, 'attachment-invalid'],
    ['constructor', 10, 'attachment-invalid'],
    ['zrzut.constructor', 10, 'attachment-invalid'],
    ['bez-konca', 10, 'attachment-invalid'],
  ])('%s of %d bytes: %s', (name, size, fault) => expect(attachmentFault({ name, size })).toBe(fault));

  it('is refused by its name, and one too many as well', () => {
    expect(faultWords([{ name: 'film.mp4', size: 1 }], 0)).toMatch(/^film\.mp4: /);
    expect(faultWords([{ name: 'a.png', size: 1 }], MOST_FILES)).toMatch(/najwyżej trzy/);
    expect(faultWords([{ name: 'a.png', size: 1 }], MOST_FILES - 1)).toBeNull();
  });
});

describe('words of cases', () => {
  it('say each state to each side, and each subject of an order', () => {
    for (const state of CASE_STATES) {
      expect(caseStateWords(state, 'customer')).toBeTruthy();
      expect(caseStateWords(state, 'staff')).toBeTruthy();
      expect(CASE_LOOK[state]).toBeTruthy();
    }
    expect(Object.keys(ORDER_WORDS).sort()).toEqual([...ORDER_SUBJECTS].sort());
  });
});

const DRAFT: CaseDraft = { subject: '', text: ' ', serviceId: '', replyEmail: 'anna', withContext: true };
const fieldsOf = (problems: readonly { field: string }[]) => problems.map(({ field }) => field);

describe('the forms', () => {
  it('name what is missing', () => {
    expect(fieldsOf(messageProblems(DRAFT))).toEqual(['subject', 'text']);
    expect(fieldsOf(orderProblems(DRAFT))).toEqual(['order.subject', 'text', 'order.replyEmail']);
    expect(fieldsOf(requestProblems(EMPTY_REQUEST))).toEqual(['setting', 'serviceId', 'helper.name', 'helper.email']);
    expect(requestBody(EMPTY_REQUEST)).toBeNull();
  });

  it('send what was typed, without spaces round it', () => {
    const draft = { setting: 'cron', serviceId: 's1', name: ' Jan ', email: ' jan@x.example ', note: ' ' };
    expect(requestBody(draft)).toEqual({
      setting: 'cron',
      serviceId: 's1',
      helper: { name: 'Jan', email: 'jan@x.example' },
      note: '',
    });
    expect(orderProblems({ ...DRAFT, subject: 'move', text: 'x', replyEmail: ' anna@x.example ' })).toEqual([]);
  });
});

const ANSWERS = { version: '8.3' };
const REQUEST: SettingRequest = {
  id: 'p1',
  setting: 'php-version',
  service: { id: 's1', name: 'zielnik.example' },
  helper: { name: 'Jan', email: 'jan@x.example' },
  note: '',
  state: 'answered',
  createdAt: 0,
  answeredAt: 1,
  expiresAt: 2,
  answers: ANSWERS,
  comment: '',
  stepsDone: ['open', 'set', 'no-longer-there'],
  version: 1,
};

describe('a question about a setting', () => {
  it('says how far it is, counting only steps that are there', () => {
    const steps = stepsFor('php-version', ANSWERS);
    expect(progressWords(steps, REQUEST.stepsDone)).toBe(`2 z ${steps.length}`);
    expect(stateOf(REQUEST).word).toBe(`odpowiedź gotowa, zrobione 2 z ${steps.length}`);
    expect(stateOf({ ...REQUEST, state: 'sent', answers: null }).word).toBe('czeka na informatyka');
    expect(stateOf({ ...REQUEST, state: 'done' }).word).toBe('zrobione');
  });

  it('is open to answers until it is over, and says then what to do', () => {
    expect(endedForm({ state: 'sent', expiresAt: 10 }, 9)).toBeNull();
    expect(endedForm({ state: 'answered', expiresAt: 10 }, 9)).toBeNull();
    for (const state of ['done', 'dropped', 'expired'] as const) expect(endedForm({ state, expiresAt: 10 }, 9)).toBeTruthy();
    expect(endedForm({ state: 'sent', expiresAt: 10 }, 10)?.title).toBe('Ten link wygasł');
    for (const code of ['setting-form-invalid', 'setting-request-over', 'invalid-input'] as const)
      expect(deadForm(code)).toBeTruthy();
    expect(deadForm('network')).toBeNull();
  });

  it('has its title wherever it is listed', () => expect(SETTING[REQUEST.setting].title).toBe('Wersja PHP'));
});
