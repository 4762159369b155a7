import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UPLOAD_KEPT_MS } from '../../../contract/files/index.ts';
import { Uploads } from './uploads.ts';

let dir: string;
let state: number;
let uploads: Uploads;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'klucznik-uploads-'));
  state = openSync(dir, 'r');
  uploads = new Uploads(state);
});
afterEach(() => {
  uploads.close();
  closeSync(state);
  rmSync(dir, { recursive: true });
});

const anUpload = { at: '/a.txt', length: 3, changedAt: null, ifThere: 'refuse' } as const;
const names = () => readdirSync(join(dir, 'uploads')).map((name) => name.slice(36));
const age = (id: string, ending: string, ms: number) =>
  utimesSync(join(dir, 'uploads', `${id}${ending}`), 0, (Date.now() - ms) / 1000);

test('how far an upload is, is what lies on the disk', () => {
  const id = uploads.create(anUpload);
  expect(uploads.read(id)).toEqual({ ...anUpload, placed: null });
  expect(uploads.offset(id, { ...anUpload, placed: null })).toBe(0);
  writeFileSync(join(dir, 'uploads', `${id}.data`), 'ab');
  expect(uploads.offset(id, { ...anUpload, placed: null })).toBe(2);
});

test('an upload that nobody went on with for a week is swept away, and so is what is left of one', () => {
  const old = uploads.create(anUpload);
  const going = uploads.create(anUpload);
  for (const ending of ['.data', '.json']) age(old, ending, UPLOAD_KEPT_MS + 1000);
  age(going, '.json', UPLOAD_KEPT_MS + 1000);
  writeFileSync(join(dir, 'uploads', `${old.replace(/./g, 'a')}.put`), '');
  age(old.replace(/./g, 'a'), '.put', UPLOAD_KEPT_MS + 1000);
  uploads.sweep(Date.now());
  expect(names().sort()).toEqual(['.data', '.json']);
  expect(uploads.read(old)).toBeNull();
  expect(uploads.read(going)).not.toBeNull();
});
