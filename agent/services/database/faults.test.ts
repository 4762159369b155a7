import { describe, expect, it } from 'vitest';
import { orFault, toMariadbError } from './faults.ts';

describe('a failure of MariaDB', () => {
  it.each([
    [{ errno: 1021, code: 'ER_DISK_FULL' }, 'disk-full'],
    [{ errno: 1114, code: 'ER_RECORD_FILE_FULL' }, 'disk-full'],
    [
      { errno: 1030, code: 'ER_GET_ERRNO', sqlMessage: 'Got error 28 "No space left on device" from storage engine' },
      'disk-full',
    ],
    [{ errno: 3, code: 'EE_WRITE', sqlMessage: `Error writing file './x' (Errcode: 28 "No space left on device")` }, 'disk-full'],
    [{ errno: 1030, code: 'ER_GET_ERRNO', sqlMessage: 'Got error 128 from storage engine' }, 'unexpected'],
    [{ errno: 1205, code: 'ER_LOCK_WAIT_TIMEOUT' }, 'sessions-remain'],
    [{ errno: -111, code: 'ECONNREFUSED', fatal: true }, 'service-unavailable'],
    [{ errno: 45028, code: 'ER_GET_CONNECTION_TIMEOUT' }, 'service-unavailable'],
    [{ errno: 1040, code: 'ER_CON_COUNT_ERROR' }, 'service-unavailable'],
    [{ errno: 1064, code: 'ER_PARSE_ERROR' }, 'unexpected'],
    [undefined, 'service-unavailable'],
  ])('%j counts as %s', (error, fault) => {
    expect(toMariadbError(error).fault).toBe(fault);
  });

  it('never carries the statement, which could hold a hash', () => {
    const error = toMariadbError(
      Object.assign(new Error("sql: CREATE USER 'x' IDENTIFIED BY PASSWORD '*AA'"), { errno: 1064, code: 'ER_PARSE_ERROR' }),
    );
    expect(JSON.stringify(error) + error.message + error.stack).not.toContain('*AA');
  });

  it('ends in a value where it is expected, and is thrown on where it is not', async () => {
    const failing = (errno: number) => () => Promise.reject(toMariadbError({ errno, code: 'X' }));
    expect(await orFault(failing(1021))).toEqual({ ok: false, fault: 'disk-full' });
    await expect(orFault(failing(1064))).rejects.toThrow('MariaDB: X (1064)');
    await expect(orFault(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
  });
});
