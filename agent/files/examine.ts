import { X509Certificate } from 'node:crypto';
import { request as askPlain } from 'node:http';
import { request as askTls } from 'node:https';
import { FILES_BASE } from '../../contract/files/index.ts';
import type { AgentConfig } from '../config.ts';
import { type Finding, finding } from '../services/finding.ts';
import { describePath, readText } from '../system/files.ts';
import { isRealDirectory } from '../system/folders.ts';
import { STATE_FOLDER } from '../system/tree-place.ts';
import { namesIn } from '../system/trees.ts';

export type FilesExamineOptions = NonNullable<AgentConfig['files']> & { customersRoot: string };

const SOON_MS = 7 * 24 * 3_600_000;

/** Looks at everything that the web file manager depends on, in plain Polish. */
export async function examineFiles(options: FilesExamineOptions, now = Date.now()): Promise<Finding[]> {
  return [...(options.tls ? [examineCertificate(options.tls, now)] : []), examineFolders(options), await examineDoor(options)];
}

function examineCertificate({ certificate, key }: { certificate: string; key: string }, now: number): Finding {
  const about = 'Certyfikat menedżera plików';
  const text = readText(certificate);
  if (text === null) return finding(about, `Nie ma pliku ${certificate}. Popraw files.tls.certificate w konfiguracji.`, '');
  const keyFile = describePath(key);
  if (keyFile === null) return finding(about, `Nie ma klucza ${key}. Popraw files.tls.key w konfiguracji.`, '');
  if ((keyFile.mode & 0o007) !== 0) return finding(about, `Klucz może czytać każdy. Popraw: chmod 600 ${key}`, '');
  const until = endOf(text);
  if (until === null) return finding(about, `W pliku ${certificate} nie ma certyfikatu.`, '');
  const day = new Date(until).toLocaleDateString('pl-PL');
  if (until <= now) return finding(about, `Wygasł ${day}, więc przeglądarki nie połączą się z serwerem. Odnów go.`, '');
  return finding(about, until - now < SOON_MS ? `Wygasa już ${day}. Odnów go.` : null, `ważny do ${day}`);
}

function endOf(pem: string): number | null {
  try {
    return Date.parse(new X509Certificate(pem).validTo);
  } catch {
    // It holds no certificate, or none that can be read.
    return null;
  }
}

/** Others must not be able to put a tree in another's place, and files move between a tree and its bin in one step. */
function examineFolders({ customersRoot }: FilesExamineOptions): Finding {
  const wrong = wrongWithRoot(customersRoot) ?? wrongWithState(customersRoot) ?? wrongWithDisks(customersRoot);
  return finding('Katalogi menedżera plików', wrong, 'należą do roota, a kosz jest na tym samym dysku co pliki klientów');
}

function wrongWithRoot(path: string): string | null {
  const root = describePath(path);
  if (!root?.directory) return `Nie ma katalogu ${path}. Popraw ftp.customersRoot w konfiguracji.`;
  if (root.uid === 0 && (root.mode & 0o022) === 0) return null;
  return `Katalog ${path} może zmieniać ktoś poza rootem. Popraw: chown root ${path} && chmod 755 ${path}`;
}

function wrongWithState(customersRoot: string): string | null {
  const path = `${customersRoot}/${STATE_FOLDER}`;
  const state = describePath(path);
  // The first hand makes it.
  if (state === null) return null;
  if (!isRealDirectory(path)) return `${path} nie jest zwykłym katalogiem. Usuń go – agent utworzy go od nowa.`;
  if (state.uid === 0 && state.mode === 0o711) return null;
  return `Katalog ${path} ma złego właściciela albo złe prawa. Popraw: chown root:root ${path} && chmod 711 ${path}`;
}

function wrongWithDisks(customersRoot: string): string | null {
  const device = describePath(customersRoot)?.device;
  const elsewhere = namesIn(customersRoot).filter(
    (name) => (describePath(`${customersRoot}/${name}`)?.device ?? device) !== device,
  );
  if (elsewhere.length === 0) return null;
  const named = elsewhere.slice(0, 5).join(', ');
  return `Na innym dysku niż ${customersRoot} są: ${named}. Kosz i wysyłanie plików nie będą tam działać, bo pliki nie przejdą między dyskami w jednym kroku.`;
}

async function examineDoor({ tls, listenAddress, port }: FilesExamineOptions): Promise<Finding> {
  const answers = await new Promise<boolean>((resolve) => {
    // Whether the certificate suits the name is seen by browsers, which ask by that name.
    const options = { host: listenAddress, port, path: `${FILES_BASE}/`, timeout: 5000, rejectUnauthorized: false };
    const asked = (tls ? askTls : askPlain)(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 401);
    });
    asked.once('error', () => resolve(false));
    asked.once('timeout', () => asked.destroy());
    asked.end();
  });
  const wrong = `Nie odpowiada na porcie ${port}. Uruchom agenta (run) i sprawdź jego dziennik.`;
  return finding('Menedżer plików', answers ? null : wrong, `odpowiada na porcie ${port}`);
}
