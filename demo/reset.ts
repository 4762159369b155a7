import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dnsFolder, mailFolder, removeOpenFolder } from '../tests/support/hosting/index.ts';
import { DEMO_DIR } from './folder.ts';
import { endLeftovers, runningDemo } from './lock.ts';

const pid = runningDemo(DEMO_DIR);
if (pid !== null) {
  console.log(
    `Demo działa (proces ${pid}). Zatrzymaj je klawiszami Ctrl-C i uruchom to polecenie jeszcze raz. Nic nie zostało usunięte.`,
  );
  process.exitCode = 1;
} else if (!existsSync(DEMO_DIR)) {
  console.log('Nie ma czego usuwać: demo nie było jeszcze uruchomione.');
} else {
  await endLeftovers(DEMO_DIR);
  for (const folder of [mailFolder, dnsFolder]) removeOpenFolder(folder(join(DEMO_DIR, 'hosting')));
  rmSync(DEMO_DIR, { recursive: true, force: true });
  console.log('Dane demo zostały usunięte. Następne „npm start” zacznie od początku.');
}
