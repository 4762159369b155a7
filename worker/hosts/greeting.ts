import { greetingToSign } from '../../contract/index.ts';

/** Bytes as unpadded base64url. */
export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** 256 random bits, base64url: a nonce or a token. */
export const randomToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** True when an agent's signature over both nonces and its host's id fits the key it was enrolled with. Keys and signatures are base64url. */
export async function greetingHolds(
  publicKey: string,
  greeting: { hostId: string; serverNonce: string; agentNonce: string; signature: string },
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', Buffer.from(publicKey, 'base64url'), { name: 'Ed25519' }, false, ['verify']);
  const signed = greetingToSign(greeting.hostId, greeting.serverNonce, greeting.agentNonce);
  return crypto.subtle.verify('Ed25519', key, Buffer.from(greeting.signature, 'base64url'), signed);
}
