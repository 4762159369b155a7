import { setting } from './definition.ts';
import { linesOf, open, step } from './steps.ts';

export const ssl = setting(
  {
    title: 'Certyfikat SSL',
    ask: 'Jaki certyfikat SSL ustawić i dla których domen?',
    what: 'Certyfikat SSL sprawia, że adres strony zaczyna się od https, a to, co wpisują goście, podróżuje zaszyfrowane. Bez niego przeglądarka ostrzega przed stroną.',
    where: 'W Panelu klienta, w certyfikatach SSL domeny albo serwera.',
    risk: 'Klucz prywatny certyfikatu jest jak klucz do domu: nie przesyłaj go pocztą ani w formularzu. Źle ustawiony certyfikat zatrzyma gości na ostrzeżeniu.',
    withFile:
      'Certyfikatu nie da się ustawić plikiem strony. Plik .htaccess potrafi za to kierować gości z http na https. Informatykowi wystarczy wtedy dostęp FTP do katalogu strony.',
    fields: [
      {
        id: 'action',
        label: 'Co zrobić',
        hint: '',
        type: 'choice',
        options: [
          { value: 'enable', label: 'Włączyć certyfikat dostępny w Panelu' },
          { value: 'renew', label: 'Odnowić certyfikat, który się kończy' },
          { value: 'upload', label: 'Wgrać certyfikat kupiony gdzie indziej' },
          { value: 'force', label: 'Kierować gości z http na https' },
        ],
        required: true,
      },
      {
        id: 'domains',
        label: 'Dla których domen',
        hint: 'Każda w osobnym wierszu, także ta z www, jeśli jej używasz.',
        type: 'lines',
        required: true,
        pattern: '(\\*\\.)?([a-z0-9]([a-z0-9\\-]*[a-z0-9])?\\.)+[a-z][a-z0-9\\-]*[a-z0-9]',
        wrong: 'Wpisz same domeny małymi literami, każdą w osobnym wierszu, na przykład www.sklep.example',
      },
      {
        id: 'files',
        label: 'Skąd wziąć pliki certyfikatu',
        hint: 'Na przykład: panel sprzedawcy certyfikatu. Samych plików i klucza prywatnego tu nie wklejaj.',
        type: 'text',
        required: true,
        onlyIf: { field: 'action', is: ['upload'] },
      },
    ],
  },
  ({ action, domains, files = '' }, place) => {
    const each = linesOf(domains);
    const acts: Record<string, (domain: string) => string> = {
      enable: (domain) => `Włącz certyfikat dla domeny: ${domain}`,
      renew: (domain) => `Odnów certyfikat domeny: ${domain}`,
      upload: (domain) => `Wgraj pliki certyfikatu dla domeny: ${domain}`,
      force: (domain) => `Włącz kierowanie z http na https dla domeny: ${domain}`,
    };
    const act = acts[action ?? ''];
    return [
      open(place, 'Otwórz w Panelu klienta certyfikaty SSL tej usługi.'),
      ...(action === 'upload' ? [step('files', `Przygotuj pliki certyfikatu. Skąd: ${files}.`)] : []),
      ...(act ? each.map((domain, at) => step(`act-${at + 1}`, `${act(domain)}.`, domain)) : []),
      ...each.map((domain, at) =>
        step(`check-${at + 1}`, `Otwórz https://${domain.replace('*.', 'www.')} i sprawdź, czy przeglądarka nie ostrzega.`),
      ),
    ];
  },
);
