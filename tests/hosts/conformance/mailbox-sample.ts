import type { ImapWish } from '../../support/programs/index.ts';

/** The mailbox that is granted, and one of the same customer beside it. */
export const OFFICE = 'biuro@firma.example';
export const SHOP = 'sklep@firma.example';

/** Everything that changes something, in an order in which each finds what it needs. */
export const ACTS: readonly (readonly [string, ImapWish])[] = [
  ['FETCH that marks as seen', { folder: 'INBOX', request: 'FETCH 2 BODY[]' }],
  ['STORE \\Flagged', { folder: 'INBOX', request: 'STORE 1 +FLAGS (\\Flagged)' }],
  ['APPEND', { folder: 'INBOX' }],
  ['CREATE', { request: 'CREATE Nowy' }],
  ['COPY', { folder: 'INBOX', request: 'COPY 1 Nowy' }],
  ['MOVE', { folder: 'INBOX', request: 'MOVE 2 Nowy' }],
  ['RENAME', { request: 'RENAME Nowy Starszy' }],
  ['SUBSCRIBE', { request: 'SUBSCRIBE Starszy' }],
  ['DELETE', { request: 'DELETE Starszy' }],
  ['STORE \\Deleted', { folder: 'INBOX', request: 'STORE 1 +FLAGS (\\Deleted)' }],
  ['EXPUNGE', { folder: 'INBOX', request: 'EXPUNGE' }],
];

export const TAMPERINGS: readonly (readonly [string, string])[] = [
  ['another mailbox', `UPDATE grants SET address = '${SHOP}' WHERE name = ?`],
  ['the right to write', "UPDATE grants SET access = 'write' WHERE name = ?"],
  ['a word that is no level', "UPDATE grants SET access = 'wszystko' WHERE name = ?"],
  ['a later end', 'UPDATE grants SET expires = 3000000000 WHERE name = ?'],
  ['no end', 'UPDATE grants SET expires = NULL WHERE name = ?'],
  ['another password', "UPDATE grants SET password = '{CRYPT}$7$inny' WHERE name = ?"],
  ['a password that is open to read', "UPDATE grants SET password = '{PLAIN}inne' WHERE name = ?"],
  ['no account at all', 'DELETE FROM grants WHERE name = ?'],
];
