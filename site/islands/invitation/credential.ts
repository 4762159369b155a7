import type { Credential } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { SHORTEST, type Strength } from '../../secrets/strength.ts';

export interface CredentialForm {
  type: Credential['type'];
  password: string;
  publicKey: string;
}

const KEY = /^(ssh-(ed25519|rsa)|ecdsa-sha2-nistp(256|384|521)|sk-\S+)\s+[A-Za-z0-9+/]+=*(\s.*)?$/;

/** What is wrong before anything is sent; null when the secret may go. */
export function credentialFault(form: CredentialForm, strength: Strength | null): FieldProblem | null {
  if (form.type === 'password') {
    const weak = form.password.length < SHORTEST || (strength !== null && !strength.enough);
    return weak
      ? {
          field: 'credential.password',
          code: 'password-too-weak',
          message: 'To hasło łatwo odgadnąć. Wydłuż je albo użyj wygenerowanego.',
        }
      : null;
  }
  if (/PRIVATE KEY/.test(form.publicKey))
    return {
      field: 'credential.publicKey',
      code: 'public-key-invalid',
      message: 'To klucz prywatny – nigdy go nikomu nie dawaj. Wklej publiczny, z pliku o nazwie kończącej się na .pub.',
    };
  return KEY.test(form.publicKey.trim())
    ? null
    : {
        field: 'credential.publicKey',
        code: 'public-key-invalid',
        message: 'To nie jest klucz publiczny SSH. Wklej całą linię, na przykład zaczynającą się od ssh-ed25519.',
      };
}

export const credentialOf = (form: CredentialForm): Credential =>
  form.type === 'password'
    ? { type: 'password', password: form.password }
    : { type: 'public-key', publicKey: form.publicKey.trim() };
