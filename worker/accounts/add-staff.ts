import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { staffRole } from '../../contract/index.ts';
import { foldEmail } from './email.ts';
import { hashPassword } from './passwords.ts';

/*
 * `npm run staff`: prints the SQL that adds one of the provider's own people, for `wrangler d1 execute`.
 * The password comes by standard input, so that it is in no argument, history or process list.
 */

const wanted = z.object({ role: staffRole, email: z.string(), name: z.string().min(1) });
const MIN_PASSWORD = 12;
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

async function main(): Promise<string> {
  const { values } = parseArgs({ options: { role: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' } } });
  const person = wanted.parse(values);
  const email = foldEmail(person.email);
  const password = readFileSync(0, 'utf8').replace(/\r?\n$/, '');
  if (!email) throw new Error('--email is not an e-mail address');
  if (password.length < MIN_PASSWORD) throw new Error(`the password needs at least ${MIN_PASSWORD} characters`);
  const row = [crypto.randomUUID(), email, person.name, await hashPassword(password), person.role].map(quoted);
  return `INSERT INTO user (id, email, name, password_hash, staff_role, created_at) VALUES (${row.join(', ')}, ${Date.now()});\n`;
}

process.stdout.write(await main());
