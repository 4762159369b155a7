import { canonicalData, targetOf, typedHost, typedText } from '../../../contract/dns/index.ts';
import { readStrings } from '../../../contract/dns/strings.ts';
import type { DnsRecord, RecordType } from '../../../contract/index.ts';
import { counted, DAYS, type Forms, HOURS, MINUTES } from '../../words/plural.ts';
import { readableName } from './names.ts';

interface TypeWords {
  /** What the type is for, as a choice. */
  label: string;
  /** What it does, for somebody who meets it for the first time. */
  help: string;
  /** What is typed into it. */
  value: string;
  example: string;
}

/** Types of record in the order in which people need them. */
export const TYPE_WORDS: Record<RecordType, TypeWords> = {
  A: {
    label: 'adres serwera',
    help: 'Mówi, pod którym adresem IP jest serwer tej nazwy. Najczęściej chodzi o stronę.',
    value: 'Adres IPv4',
    example: 'Cztery liczby z kropkami, na przykład 192.0.2.10.',
  },
  AAAA: {
    label: 'adres serwera w IPv6',
    help: 'To samo co A, tylko w nowszym zapisie adresu. Zwykle stoi obok A.',
    value: 'Adres IPv6',
    example: 'Na przykład 2001:db8::10.',
  },
  CNAME: {
    label: 'druga nazwa',
    help: 'Prowadzi tam, dokąd inna nazwa. Gdy tamta zmieni adres, ta zmieni się razem z nią. Obok CNAME nie może stać nic innego.',
    value: 'Nazwa, do której prowadzi',
    example: 'Na przykład sklep.platforma.pl albo sama nazwa z tej domeny, jak www.',
  },
  MX: {
    label: 'poczta',
    help: 'Mówi, który serwer przyjmuje pocztę na adresy z tą nazwą po znaku @.',
    value: 'Kolejność i serwer poczty',
    example: 'Liczba i nazwa, na przykład 10 poczta.firma.pl. Mniejsza liczba to wcześniejszy wybór.',
  },
  TXT: {
    label: 'tekst: SPF, DKIM, potwierdzenie domeny',
    help: 'Tekst dla innych serwisów. SPF i DKIM mówią, kto może wysyłać pocztę w imieniu domeny; bywa też potwierdzeniem, że domena jest Twoja.',
    value: 'Tekst',
    example: 'Wklej dokładnie to, co podaje serwis, bez cudzysłowów. Na przykład v=spf1 mx -all.',
  },
  SRV: {
    label: 'adres usługi, na przykład telefonii',
    help: 'Mówi programom, na którym serwerze i porcie działa usługa. Nazwa zaczyna się od usługi i protokołu, jak _sip._tcp.',
    value: 'Pierwszeństwo, waga, port i serwer',
    example: 'Cztery części po kolei, na przykład 10 5 5060 sip.firma.pl.',
  },
  CAA: {
    label: 'kto może wystawić certyfikat',
    help: 'Wskazuje firmy, które mogą wystawić certyfikat dla tej nazwy. Inne muszą odmówić.',
    value: 'Flaga, znacznik i wartość',
    example: 'Zwykle 0, issue i nazwa wystawcy, na przykład 0 issue letsencrypt.org.',
  },
  NS: {
    label: 'serwer nazw poddomeny',
    help: 'Oddaje całą poddomenę innym serwerom nazw. Jej rekordy prowadzi się odtąd tam. Dla samej domeny ustawia się je u rejestratora.',
    value: 'Serwer nazw',
    example: 'Nazwa, na przykład ns1.firma.pl.',
  },
};
export const TYPES = Object.keys(TYPE_WORDS) as RecordType[];

const SECONDS: Forms = { one: 'sekunda', few: 'sekundy', many: 'sekund', other: 'sekundy' };
const UNITS = [
  [86_400, DAYS],
  [3600, HOURS],
  [60, MINUTES],
] as const;

/** „1 godzina”: a TTL in its greatest whole unit. */
export function ttlWords(seconds: number): string {
  const [size, forms] = UNITS.find(([size]) => seconds % size === 0) ?? [1, SECONDS];
  return counted(seconds / size, forms);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text that strings of a TXT record hold; null where they hold bytes that are no text. */
function textIn(data: string): string | null {
  const strings = readStrings(data);
  if (!strings) return null;
  try {
    return utf8.decode(new Uint8Array(strings.flat()));
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return null;
  }
}

/** Where a name stands alone it would be taken for one of the domain, so it keeps its dot. */
const hostWords = (host: string) => (host === '.' || host.includes('.') ? readableName(host) : `${host}.`);

function spoken({ type, data }: Pick<DnsRecord, 'type' | 'data'>): string | null {
  if (type === 'TXT') {
    const text = textIn(data);
    return text === null || text.trim() !== text || text === '' || /\p{C}/u.test(text) ? null : text;
  }
  const target = targetOf({ type, data });
  return target === null ? data : data.slice(0, -target.length) + hostWords(target);
}

/** Data as people read and type it – texts without quotes, names with Polish letters – as long as typing it gives the very same record. */
export function dataWords(record: Pick<DnsRecord, 'type' | 'data'>): string {
  const words = spoken(record);
  if (words === null) return record.data;
  const again = canonicalData(record.type, record.type === 'TXT' ? typedText(words) : words, typedHost('example.pl'));
  return again.ok && again.data === record.data ? words : record.data;
}

/** „www.alfa.pl, A, 192.0.2.1”: one record in a line, to tell buttons apart. */
export const recordWords = (record: Pick<DnsRecord, 'name' | 'type' | 'data'>): string =>
  `${readableName(record.name)}, ${record.type}, ${dataWords(record).slice(0, 80)}`;
