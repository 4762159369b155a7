import { type AgentConfig, identityPath, readIdentity } from '../config.ts';
import { examineFiles } from '../files/index.ts';
import { type Finding, finding } from '../services/finding.ts';
import { examineServices } from '../services/index.ts';
import { describePath } from '../system/files.ts';
import { describeLink } from './status.ts';

/** Looks at everything an access depends on, and says in plain Polish what is well and what to do about the rest. */
export async function examine(config: AgentConfig, send: typeof fetch = fetch): Promise<Finding[]> {
  return [
    examineIdentity(config),
    ...(await examineServices(config)),
    ...(await examineDoor(config)),
    await examineEdge(config, send),
    examineLink(config),
  ];
}

const examineDoor = async (config: AgentConfig) =>
  config.files ? examineFiles({ ...config.files, customersRoot: config.ftp.customersRoot }) : [];

function examineIdentity(config: AgentConfig): Finding {
  const who = readIdentity(config);
  const file = describePath(identityPath(config));
  const wrong = !who.ok
    ? `${who.why}. Przyłącz serwer poleceniem enrol.`
    : file?.mode !== 0o600
      ? `Klucz może czytać ktoś poza rootem. Popraw: chmod 600 ${identityPath(config)}`
      : null;
  return finding('Klucz serwera', wrong, 'jest i czyta go tylko root');
}

const MOST_SKEW_S = 30;

async function examineEdge(config: AgentConfig, send: typeof fetch): Promise<Finding> {
  try {
    const response = await send(new URL('/', config.url), { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    const theirs = Date.parse(response.headers.get('date') ?? '');
    const skew = Number.isNaN(theirs) ? 0 : Math.round(Math.abs(Date.now() - theirs) / 1000);
    const wrong =
      skew > MOST_SKEW_S
        ? `Zegar różni się od zegara Klucznika o ${skew} s, a od niego zależy koniec dostępu. Włącz synchronizację czasu (NTP).`
        : null;
    return finding('Klucznik i zegar', wrong, `${config.url} odpowiada, zegar jest zgodny`);
  } catch {
    return finding('Klucznik i zegar', `${config.url} nie odpowiada. Sprawdź adres, DNS i zaporę.`, '');
  }
}

function examineLink(config: AgentConfig): Finding {
  const link = describeLink(config);
  return finding('Połączenie agenta', link.ok ? null : `Agent: ${link.words}.`, link.words);
}
