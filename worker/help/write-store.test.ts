import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { aCase, anAccount } from '../../tests/support/build/index.ts';
import { planted } from '../../tests/support/in-worker.ts';
import { database } from '../db/index.ts';
import { loadStaffCase, markRead } from './store.ts';
import { writeTurn } from './write-store.ts';

test('of two who have read the same, one writes; and what comes later is later even when its clock is behind', async () => {
  const anna = { id: 'anna', name: 'Anna' };
  const messages = [{ from: 'customer' as const, author: 'Anna', text: 'Halo' }];
  await planted(
    await anAccount({ id: 'a1' }).withOwner(anna).rows(),
    aCase({ id: 'c1', number: 1001, accountId: 'a1', openedBy: anna, createdAt: 1000, messages }),
  );
  const db = database(env.DB);
  const row = (await loadStaffCase(db, 'c1')) ?? expect.fail('no case');
  const turn = {
    becomes: { state: 'new' as const, taker: null },
    saying: { source: 'customer' as const, text: 'Jeszcze', attachments: [] },
    action: 'case.written',
  };
  const by = (op: string) => ({ actor: { kind: 'member' as const, ...anna, from: null }, now: 500, op });
  expect(await writeTurn(db, row, turn, by('one'))).toBe(true);
  expect(await writeTurn(db, row, turn, by('two'))).toBe(false);
  const { results } = await env.DB.prepare('SELECT id, at FROM help_message ORDER BY at').all();
  expect(results).toEqual([
    { id: 'c1-1', at: 1000 },
    { id: 'one', at: 1001 },
  ]);
  expect((await loadStaffCase(db, 'c1'))?.case).toMatchObject({ version: 2, updatedAt: 1001, customerSaidAt: 1001 });
});

test('a look that was slow makes nothing unread that has been read since', async () => {
  const db = database(env.DB);
  await planted(
    await anAccount({ id: 'a2', clientNumber: '1002' }).withOwner({ id: 'ola', email: 'ola@a2.test' }).rows(),
    aCase({ id: 'c2', number: 1002, accountId: 'a2', openedBy: { id: 'ola', name: 'Ola' }, createdAt: 1000, messages: [] }),
  );
  const row = (await loadStaffCase(db, 'c2')) ?? expect.fail('no case');
  const asOf = (saidAt: number) => ({ ...row, case: { ...row.case, staffSaidAt: saidAt, customerSaidAt: saidAt } });
  for (const side of ['customer', 'staff'] as const) {
    await markRead(db, asOf(3000), side);
    await markRead(db, asOf(2000), side);
  }
  expect((await loadStaffCase(db, 'c2'))?.case).toMatchObject({ customerReadAt: 3000, staffReadAt: 3000 });
});
