import { ERRORS } from '../../../contract/errors.ts';
import { SHORTEST, type Strength } from '../../secrets/strength.ts';

/** What is wrong with a new password before anything is sent; null when it may go. */
export const passwordFault = (password: string, strength: Strength | null): string | null =>
  password.length < SHORTEST || (strength !== null && !strength.enough) ? ERRORS['password-too-weak'].message : null;
