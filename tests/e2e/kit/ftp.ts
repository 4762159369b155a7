import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { type CommandResult, command, type Hosting } from '../../support/hosting/index.ts';

/** What the page tells a person to type into their program. */
export type Shown = { host: string; user: string; ftpsPort: string; certificatePrint: string };

/** Reads the values as a person would copy them, each by its name. */
export async function readShown(page: Page): Promise<Shown> {
  const value = async (name: string) =>
    (await page.locator('.copy', { hasText: name }).locator('.copy-value').textContent()) ?? '';
  return {
    host: await value('Serwer (host)'),
    user: await value('Nazwa użytkownika'),
    ftpsPort: await value('Port FTPS'),
    certificatePrint: await value('Odcisk certyfikatu (SHA-256)'),
  };
}

/** Signs in over FTPS with what the page showed and lists; `more` are lines of curl's own configuration. */
export function signInOverFtps(hosting: Hosting, shown: Shown, password: string, more = 'list-only\n'): Promise<CommandResult> {
  const lines = [
    `url = "ftp://${shown.host}:${shown.ftpsPort}/"`,
    `user = "${shown.user}:${password}"`,
    'ssl-reqd',
    `cacert = "${hosting.paths.certificate}"`,
    'max-time = 20',
  ];
  return command('curl', ['-sS', '-K', '-'], { input: `${lines.join('\n')}\n${more}` });
}

export async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}
