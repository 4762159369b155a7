import type { NewAttachment } from '../../contract/index.ts';
import { refuseField } from '../http/index.ts';
import { type Attachment, readAttachment } from './attachments.ts';

/** The files of a message; refuses with the first that is not what it says. */
export const filesIn = (sent: readonly NewAttachment[]): Attachment[] =>
  sent.map((file, at) => {
    const read = readAttachment(file);
    return typeof read === 'string' ? refuseField(`attachments.${at}`, read) : read;
  });
