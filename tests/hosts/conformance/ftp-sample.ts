export const BESIDE = ['/../blog/wpis.html', '/do-bloga/wpis.html', '/na-zewnatrz/hostname', '/../../../inny/kopie/2026-10.txt'];

/** Ways to change something, in an order in which each finds what it needs; all that there are stand in `reading.test.ts`. */
export const ACTS: readonly (readonly ['ftps' | 'sftp', string, ...string[]])[] = [
  ['ftps', 'put', '/nowy.txt'],
  ['ftps', 'chmod', 'SITE CHMOD 600 nowy.txt'],
  ['ftps', 'rename', 'RNFR nowy.txt', 'RNTO inny.txt'],
  ['ftps', 'delete', 'DELE inny.txt'],
  ['sftp', 'put', '/drugi.txt'],
  ['sftp', 'rename', 'rename /drugi.txt /trzeci.txt'],
  ['sftp', 'make a folder', 'mkdir /folder'],
];

export const TAMPERINGS: readonly (readonly [string, string])[] = [
  ['a wider home', "UPDATE users SET home = replace(home, '/public_html/sklep', '') WHERE name = ?"],
  ['a later end', 'UPDATE users SET expires = 9999999999 WHERE name = ?'],
  ['another password', "UPDATE users SET hash = '$7$inny' WHERE name = ?"],
  ['another owner', 'UPDATE users SET uid = 5999 WHERE name = ?'],
  ['a key more', "INSERT INTO keys VALUES (?, 'klucz')"],
  ['the right to write', "INSERT INTO grps VALUES ('klucznik-write', 2000059000, ?)"],
  ['no account at all', 'DELETE FROM users WHERE name = ?'],
];
