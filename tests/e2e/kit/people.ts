import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, PEOPLE, type PersonName } from '../../../demo/people.ts';
import type { Visitor } from './browser.ts';

export { DEMO_PASSWORD, PEOPLE, type PersonName };

/** Signs in as the site's own script would, without walking through the form that other tests walk through. */
export async function enterAs(visitor: Visitor, person: PersonName, path: string): Promise<Page> {
  const { page } = visitor;
  // A page whose policy lets scripts talk to the API.
  await page.goto('/logowanie/');
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch('/api/v1/session', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    },
    { email: PEOPLE[person].email, password: DEMO_PASSWORD },
  );
  if (status !== 200) throw new Error(`${person} cannot sign in: ${status}`);
  await page.goto(path);
  return page;
}
