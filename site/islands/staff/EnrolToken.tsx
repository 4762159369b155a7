import { useEffect, useRef } from 'preact/hooks';
import type { HostView } from '../../../contract/index.ts';
import { momentWords } from '../../words/dates.ts';
import { Act } from '../parts/Act.tsx';
import { Copy } from '../parts/Copy.tsx';

export interface NewToken {
  host: HostView;
  token: string;
  expiresAt: number;
}

/** The one-time code, shown once; the command reads it from its input, so that it is in no process list or shell history. */
export function EnrolToken({ made, onDone }: { made: NewToken; onDone: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [made.token]);
  return (
    <div class="notice" data-tone="attention">
      <h2 ref={title} tabIndex={-1}>
        Kod przyłączenia: {made.host.name}
      </h2>
      <p>Widzisz go tylko raz. Jest ważny do {momentWords(made.expiresAt)} i działa jeden raz.</p>
      <Copy
        name="Polecenie na serwerze (jako root)"
        value={`klucznik-agent enrol --url ${location.origin} --config /etc/klucznik/agent.json --token-file -`}
      />
      <Copy name="Kod – wklej go po uruchomieniu polecenia, potem Enter i Ctrl+D" value={made.token} />
      <p class="acts">
        <Act tone="quiet" onAct={onDone}>
          Kod zapisany – ukryj
        </Act>
      </p>
    </div>
  );
}
