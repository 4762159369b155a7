import { type AttachmentType, type ErrorCode, MOST_ATTACHMENT_BYTES, type NewAttachment } from '../../contract/index.ts';

/** A file as it came, looked at. */
export interface Attachment {
  name: string;
  type: AttachmentType;
  bytes: Buffer;
}

const begins =
  (...marks: string[]) =>
  (bytes: Buffer): boolean =>
    marks.some((mark) => bytes.subarray(0, mark.length / 2).toString('hex') === mark);

/** Nothing that no text has: no zero byte, and of the control characters only those that move the pen. */
const isText = (bytes: Buffer): boolean => !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));

/** How the bytes of each type begin, whatever a file is called. */
const BEGINS: Record<Exclude<AttachmentType, 'text/plain'>, (bytes: Buffer) => boolean> = {
  'image/png': begins('89504e470d0a1a0a'),
  'image/jpeg': begins('ffd8ff'),
  'image/webp': (bytes) => begins('52494646')(bytes) && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  'application/pdf': begins('255044462d'),
  'application/zip': begins('504b0304', '504b0506'),
};
const looksLike = (type: AttachmentType, bytes: Buffer): boolean =>
  type === 'text/plain' ? isText(bytes) && !Object.values(BEGINS).some((isOther) => isOther(bytes)) : BEGINS[type](bytes);

/** A name that no program takes for a path or for more than one line. */
const plainName = (name: string): string =>
  name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f/\\\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^\.+/, '_');

/** How the names of each type end; a computer does with a file what its name says. */
const ENDINGS: Record<AttachmentType, readonly [string, ...string[]]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log'],
  'application/zip': ['zip'],
};

/** The name that a file of a type is saved under: a text called `faktura.bat` is not to be run by whoever opens it. */
export function nameToSave(name: string, type: AttachmentType): string {
  const plain = plainName(name);
  const endings = ENDINGS[type];
  return endings.some((ending) => plain.toLowerCase().endsWith(`.${ending}`)) ? plain : `${plain}.${endings[0]}`;
}

/** The file that was sent as base64; a code when it is too large, its bytes are not of its type, or there are none. */
export function readAttachment({ name, type, base64 }: NewAttachment): Attachment | ErrorCode {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MOST_ATTACHMENT_BYTES) return 'attachment-too-large';
  return bytes.length > 0 && looksLike(type, bytes) ? { name: nameToSave(name, type), type, bytes } : 'attachment-invalid';
}

const asciiName = (name: string) => name.replaceAll(/[^\x20-\x7e]|["%\\]/g, '_');
const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Says that a file is to be saved, under its name (RFC 6266). */
export const disposition = (name: string): string =>
  `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name.toWellFormed())}`;
