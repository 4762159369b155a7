import { test } from 'vitest';
import type { Size, Visitor } from './kit/browser.ts';
import { type Hands, keyboard, pointer } from './kit/hands.ts';
import { expectGood } from './kit/look.ts';
import { useScene } from './kit/scene.ts';
import { connect, openTheInvitation, setPassword } from './story/accepting.ts';
import { answerTheQuestions, findTheAccess, readTheOutcome } from './story/choosing.ts';
import { fillTheForm, reviewAndGive, signInInPlace } from './story/giving.ts';
import { changeTheEnd, expectShut, narrowTheScope, readTheHistory, seeItInForce, takeBack } from './story/keeping.ts';
import { comeBack, markPage, type Teller } from './story/teller.ts';

const scene = useScene();
const DAY = 86_400_000;
const inThreeDays = () => new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);

type Telling = { size: Size; hands: (visitor: Visitor) => Hands; axe: boolean; patient: boolean };

async function teller({ size, hands, axe }: Telling): Promise<Teller> {
  const visitor = await scene.visitor({ size });
  const look = (state: string) => (axe ? expectGood(visitor.page, `${state} (${size})`) : Promise.resolve());
  return { scene, visitor, page: visitor.page, hands: hands(visitor), look };
}

/** From „my IT person needs access to my server” until there is none any more. */
async function tell(telling: Telling, name: string): Promise<void> {
  const grantee = { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` };
  const owner = await teller(telling);
  await findTheAccess(owner);
  await answerTheQuestions(owner);
  await readTheOutcome(owner);
  await signInInPlace(owner);
  await fillTheForm(owner, grantee, inThreeDays());
  await reviewAndGive(owner, grantee);
  await markPage(owner.page);

  const person = await teller(telling);
  await openTheInvitation(person, grantee.email);
  const password = await setPassword(person, !telling.patient);
  const shown = await connect(person, password);

  if (!telling.patient) await comeBack(owner.page);
  await seeItInForce(owner);
  await changeTheEnd(owner);
  await narrowTheScope(owner, shown, password);
  await takeBack(owner);
  await expectShut(owner, shown, password);
  await readTheHistory(owner, grantee.name);
  await comeBack(person.page);
  await person.page.getByText('Ten dostęp już się skończył').first().waitFor();
  await person.look('invitation, ended');
}

const byPointer = (visitor: Visitor) => pointer(visitor.size === 'phone');

test('the whole story on a phone, by touch', async () => {
  await tell({ size: 'phone', hands: byPointer, axe: true, patient: false }, 'Ola Dotyk');
});

test('the whole story at a desk, by mouse, without ever coming back to the page to look', async () => {
  await tell({ size: 'desk', hands: byPointer, axe: true, patient: true }, 'Ula Mysz');
});

test('the whole story at a desk, with the keyboard only', async () => {
  const hands = ({ page }: Visitor) => keyboard(page);
  await tell({ size: 'desk', hands, axe: false, patient: false }, 'Iga Tab');
});

test('the whole story on a phone with a keyboard only', async () => {
  const hands = ({ page }: Visitor) => keyboard(page);
  await tell({ size: 'phone', hands, axe: false, patient: false }, 'Ewa Klawisz');
});
