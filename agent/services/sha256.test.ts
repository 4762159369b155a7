import { expect, it } from 'vitest';
import { sha256Hex } from '../../contract/index.ts';
import { sha256 } from './sha256.ts';

it('says of any text what the contract says of it', async () => {
  for (const text of ['', 'zażółć gęślą jaźń', '{"tree":"sklep"}']) expect(sha256(text)).toBe(await sha256Hex(text));
});
