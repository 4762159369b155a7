import { z } from 'zod';
import { isFileRef } from './path.ts';

/**
 * A file or directory of a customer's tree, from its top, each name percent-encoded byte by byte: what a server's names
 * really are. So a name may hold anything that the server allows (a newline, a quote, bytes that are no UTF-8), and a reference holds none of it.
 */
export const fileRef = z.string().refine(isFileRef, { params: { code: 'file-name-invalid' } });
