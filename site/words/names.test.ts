import { describe, expect, it } from 'vitest';
import { isOdd, visibleName, visiblePath } from './names.ts';

describe('a file name as it is shown', () => {
  it.each(['public_html', 'zdjęcia z wakacji', "it's „tu”", '日本', '.htaccess', 'a\\b'])('keeps „%s” as it is', (name) => {
    expect(visibleName(name)).toBe(name);
    expect(isOdd(name)).toBe(false);
  });
  it.each([
    ['a\nb', 'a\\nb'],
    ['a\tb\r', 'a\\tb\\r'],
    [' sklep ', '␠sklep␠'],
    ['a\u00a0b', 'a\\u{a0}b'],
    ['gpj\u202e.exe', 'gpj\\u{202e}.exe'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['\u0007', '\\u{7}'],
  ])('writes out what would not be seen in %j', (name, shown) => {
    expect(visibleName(name)).toBe(shown);
    expect(isOdd(name)).toBe(true);
  });
  it('shows two names that look the same as different', () => {
    expect(visibleName('sklep\u200b')).not.toBe(visibleName('sklep'));
  });
  it('keeps a path readable', () => {
    expect(visiblePath('/www/a\nb')).toBe('/www/a\\nb');
  });
});
