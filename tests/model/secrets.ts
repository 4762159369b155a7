import { createHash } from 'node:crypto';
import type { HostKind, Secret } from '../../worker/grants/kind.ts';
import { GRANT_KINDS } from '../../worker/grants/kinds/index.ts';
import type { ModelKind } from './kinds.ts';

/** A credential as its owner knows it, and as the real kind has sealed it. */
export interface Credential {
  kind: ModelKind;
  /** What its owner types at sign-in: the password itself, or a name for the private key. */
  plain: string;
  secret: Secret;
}

const PASSWORDS = ['zielony-Kamień-71-rzeka', 'Mosiężny klucz 4 sowy', 'trzy;Wagony;bez;świateł', 'lampa_w_Ogrodzie_1908'];
const GENERATED = ['k7Rz2mQx9TbW4nLp8VsY3d', 'Hh5cG1jPq6Fw0XkZr8MtB2', 'uE9yD3aSv7Nn1RfTg5LoC6', 'Qw2eKz8XbJ4hVm6PtY0sUi'];
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdC0Hk3nVnS0OQqXh0rB1v7eV5mYl3cZ0tq7o6Zx1aB';

type Sealable = Parameters<HostKind['seal']>[0];
async function sealed(kind: ModelKind, plain: string, credential: Sealable): Promise<Credential> {
  const secret = await GRANT_KINDS[kind].seal(credential);
  if (typeof secret === 'string') throw new Error(`a credential of the model is refused: ${secret}`);
  return { kind, plain, secret };
}

let pool: Promise<Credential[]> | undefined;

/** The credentials people of the model choose from. Sealing is slow on purpose, so it is done once for all runs. */
export function credentials(): Promise<Credential[]> {
  pool ??= Promise.all([
    ...PASSWORDS.map((password) => sealed('ftp', password, { type: 'password', password })),
    ...GENERATED.map((password) => sealed('database', password, { type: 'password', password })),
    sealed('ftp', 'the private half of the key', { type: 'public-key', publicKey: KEY }),
  ]);
  return pool;
}

/** Those that a grant of some kind takes. */
export const suited = (credentials: readonly Credential[], kind: ModelKind): Credential[] =>
  credentials.filter((credential) => credential.kind === kind);

/** SHA-256 in hex, as `sha256Hex` of the contract gives it, at once. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
