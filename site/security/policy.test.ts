import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policyFor, withPolicy } from './policy.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the policy of a built page', () => {
  it('lets a page without scripts run none and connect nowhere', () => {
    const policy = policyFor('<style>a{}</style><p>tekst</p>');
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain(`style-src ${sha('a{}')};`);
    expect(policy).not.toContain('connect-src');
  });

  it('allows inline scripts by hash and own files beside them', () => {
    const policy = policyFor('<script>go()</script><script type="module" src="/a.js"></script>');
    expect(policy).toContain(`script-src 'self' ${sha('go()')};`);
    expect(policy).toContain("connect-src 'self'");
  });

  it('lets only a page that speaks to hosting servers reach them, and show what it got from them', () => {
    const script = '<script type="module" src="/a.js"></script>';
    const policy = policyFor(`<meta name="file-door" content="">${script}`);
    for (const part of [
      "connect-src 'self' https:",
      "form-action 'self' https:",
      'frame-src https:',
      "img-src 'self' data: blob:",
    ])
      expect(policy).toContain(part);
    expect(policyFor(script)).not.toMatch(/https:|blob:|frame-src/);
  });

  it('does not count a data block as a script', () =>
    expect(policyFor('<script type="application/json">{}</script>')).toContain("script-src 'none'"));

  it('never says unsafe', () => expect(policyFor('<style>a</style><script>b</script>')).not.toContain('unsafe'));

  it.each(['<p style="color:red">', '<a href="/" onclick="go()">'])(
    'refuses a page with code that no hash can allow: %s',
    (html) => {
      expect(() => policyFor(html)).toThrow(/would be ignored/);
    },
  );

  it('stands before everything it governs', () => {
    const page = withPolicy('<head><meta charset="utf-8"><style>$&</style></head>');
    expect(page.indexOf('http-equiv')).toBeLessThan(page.indexOf('<style>'));
    expect(page).toContain('<style>$&</style>');
    expect(() => withPolicy('<head></head>')).toThrow(/charset/);
  });
});
