import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { greetingToSign } from '../../contract/index.ts';

/** Who this host is to the edge: its id and its Ed25519 private key (PKCS #8, base64). */
export const identity = z.strictObject({ hostId: z.string().min(1), privateKey: z.string().min(1) });
export type Identity = z.infer<typeof identity>;

/** Makes a new key pair; the public half is raw, in base64url. */
export function makeKeyPair(): { publicKey: string; privateKey: string } {
  const pair = generateKeyPairSync('ed25519');
  const { x } = pair.publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key without its point');
  return { publicKey: x, privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') };
}

/** Answers a challenge: a nonce of our own and a signature over both. */
export function signGreeting(who: Identity, serverNonce: string): { agentNonce: string; signature: string } {
  const agentNonce = randomBytes(32).toString('base64url');
  const key = createPrivateKey({ key: Buffer.from(who.privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return { agentNonce, signature: sign(null, greetingToSign(who.hostId, serverNonce, agentNonce), key).toString('base64url') };
}
