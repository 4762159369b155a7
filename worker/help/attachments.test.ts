import { describe, expect, test } from 'vitest';
import type { AttachmentType } from '../../contract/index.ts';
import { disposition, nameToSave, readAttachment } from './attachments.ts';

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
const LOOKS: [AttachmentType, string][] = [
  ['image/png', base64(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1)],
  ['image/jpeg', base64(0xff, 0xd8, 0xff, 0xe0)],
  ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ').toString('base64')],
  ['application/pdf', Buffer.from('%PDF-1.7').toString('base64')],
  ['application/zip', Buffer.from('PK\u0003\u0004').toString('base64')],
  ['text/plain', Buffer.from('Zażółć\tgęślą\r\njaźń').toString('base64')],
];

describe('a file', () => {
  test.each(LOOKS)('that is %s is taken as that, and as no other', (type, sent) => {
    const isTaken = (one: AttachmentType) => typeof readAttachment({ name: 'a', type: one, base64: sent }) === 'object';
    expect(LOOKS.map(([one]) => one).filter(isTaken)).toEqual([type]);
  });
  test('of text may be written in an old Polish way', () =>
    expect(readAttachment({ name: 'log', type: 'text/plain', base64: base64(0x9c, 0xb9, 0x0a) })).toMatchObject({
      name: 'log.txt',
    }));
  test('without a byte is none', () =>
    expect(readAttachment({ name: 'a', type: 'text/plain', base64: '' })).toBe('attachment-invalid'));
});

test.each<[string, AttachmentType, string]>([
  ['../../etc/passwd', 'text/plain', '__.._etc_passwd.txt'],
  ['zdjęcie 1.PNG', 'image/png', 'zdjęcie 1.PNG'],
  ['serwer.log', 'text/plain', 'serwer.log'],
  ['a\r\nb\u202egnp.exe', 'image/png', 'a__b_gnp.exe.png'],
  ['faktura.bat', 'text/plain', 'faktura.bat.txt'],
  ['strona.html', 'text/plain', 'strona.html.txt'],
  ['program.jar', 'application/zip', 'program.jar.zip'],
])('the name %j of %s is kept as %j', (name, type, kept) => expect(nameToSave(name, type)).toBe(kept));

test('a name stands in a header whole and cannot leave it', () => {
  expect(disposition('żółw "1".png')).toBe(
    `attachment; filename="___w _1_.png"; filename*=UTF-8''%C5%BC%C3%B3%C5%82w%20%221%22.png`,
  );
  expect(disposition('\ud800.txt')).toMatch(/^attachment; filename="_\.txt"; filename\*=UTF-8''%EF%BF%BD\.txt$/);
});
