import { test } from 'vitest';
import { useScene } from './kit/scene.ts';
import { connect, openTheInvitation, setPassword } from './story/accepting.ts';
import { answerTheQuestions, findTheAccess, readTheOutcome } from './story/choosing.ts';
import { fillTheForm, reviewAndGive, signInInPlace } from './story/giving.ts';
import { changeTheEnd, expectShut, narrowTheScope, readTheHistory, seeItInForce, takeBack } from './story/keeping.ts';
import { byKeyboard, byPointer, comeBack, markPage, newTeller, type Telling } from './story/teller.ts';

const scene = useScene();
const DAY = 86_400_000;
const inThreeDays = () => new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);

/** From „my IT person needs access to my server” until there is none any more. */
async function tell(telling: Telling & { patient: boolean }, name: string): Promise<void> {
  const grantee = { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` };
  const owner = await newTeller(scene, telling);
  await findTheAccess(owner);
  await answerTheQuestions(owner);
  await readTheOutcome(owner);
  await signInInPlace(owner);
  await fillTheForm(owner, grantee, inThreeDays());
  await reviewAndGive(owner, grantee);
  await markPage(owner.page);

  const person = await newTeller(scene, telling);
  await openTheInvitation(person, grantee.email, {
    heading: 'Wybierz, jak chcesz się logować',
    tells: ['katalog /public_html/sklep', 'czytać i zmieniać pliki'],
  });
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

test('the whole story on a phone, by touch', async () => {
  await tell({ size: 'phone', hands: byPointer, axe: true, patient: false }, 'Ola Dotyk');
});

test('the whole story at a desk, by mouse, without ever coming back to the page to look', async () => {
  await tell({ size: 'desk', hands: byPointer, axe: true, patient: true }, 'Ula Mysz');
});

test('the whole story at a desk, with the keyboard only', async () => {
  await tell({ size: 'desk', hands: byKeyboard, axe: false, patient: false }, 'Iga Tab');
});

test('the whole story on a phone with a keyboard only', async () => {
  await tell({ size: 'phone', hands: byKeyboard, axe: false, patient: false }, 'Ewa Klawisz');
});
