import type { ComponentChildren } from 'preact';
import type { ZoneView } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { download } from '../parts/download.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { exportFile } from './acts.ts';
import { ImportFile } from './ImportFile.tsx';
import { readableName } from './names.ts';

function ExportFile({ zone }: { zone: ZoneView }) {
  const { busy, failed, send } = useSend();
  const fetchFile = async () => {
    const result = await send(() => exportFile(zone.serviceId));
    if (result.ok) download(`${zone.domain}.zone`, 'text/dns;charset=utf-8', result.value);
  };
  return (
    <section aria-labelledby="export">
      <h3 id="export">Pobierz rekordy jako plik</h3>
      <p>Plik strefy to tekst ze wszystkimi rekordami. Odczyta go każdy program do DNS. Zachowaj go przed większą zmianą.</p>
      <Refusal failed={failed} onRetry={fetchFile} />
      <p class="acts">
        <Act tone="quiet" busy={busy} onAct={fetchFile}>
          <span>
            Pobierz plik strefy<span class="visually-hidden">: {readableName(zone.domain)}</span>
          </span>
        </Act>
      </p>
    </section>
  );
}

interface ZoneFileProps {
  zone: ZoneView;
  onDone: (said: ComponentChildren) => void;
  onStale: () => Promise<void>;
}

/** The zone as a file, in and out. */
export const ZoneFile = (props: ZoneFileProps) => (
  <>
    <ExportFile zone={props.zone} />
    <ImportFile {...props} />
  </>
);
