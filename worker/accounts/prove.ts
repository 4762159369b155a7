import { sha256Hex } from '../../contract/index.ts';
import { callerAddress, type Env } from '../http/index.ts';
import { NOBODYS_HASH, passwordFits } from './passwords.ts';
import { type Throttle, throttle } from './throttle.ts';

const FREE_PER_EMAIL = 5;
/** Whole offices share an address. */
const FREE_PER_ADDRESS = 50;

async function throttlesFor(
  env: Env,
  request: Request,
  email: string,
): Promise<{ byEmail: Throttle; byAddress: Throttle | null }> {
  const address = callerAddress(request);
  return {
    byEmail: throttle(env, `email:${await sha256Hex(email)}`, FREE_PER_EMAIL),
    byAddress: address === null ? null : throttle(env, `address:${address}`, FREE_PER_ADDRESS),
  };
}

/**
 * True when the password is the one that `hash` was made of; `undefined` stands for a person who does not exist,
 * and takes as long. Refuses with `too-many-requests` after too many failures under the e-mail or from the address.
 */
export async function provePassword(
  env: Env,
  request: Request,
  email: string,
  password: string,
  hash: string | undefined,
): Promise<boolean> {
  const { byEmail, byAddress } = await throttlesFor(env, request, email);
  await byAddress?.check();
  await byEmail.attempt();
  const fits = await passwordFits(password, hash ?? NOBODYS_HASH);
  if (fits) await byEmail.forget();
  else await byAddress?.fail();
  return fits;
}
