import { autoconfigName, autoconfigProfile } from '../../../settings/autoconfig.ts';
import type { ConnectionTo } from '../../../settings/connection.ts';
import { Act } from '../Act.tsx';
import { Copy } from '../Copy.tsx';
import { download } from '../download.ts';

/** What goes into a mail program; what to do where it insists on sending, which this access does not. */
export function MailboxData({ connection }: { connection: ConnectionTo<'mailbox'> }) {
  const { user, address, mail } = connection;
  return (
    <>
      <p>
        Dodaj w programie pocztowym nowe konto IMAP. Nazwą użytkownika nie jest tu adres skrzynki, tylko nazwa podana poniżej.
      </p>
      <Copy name="Adres skrzynki" value={address} />
      <Copy name="Nazwa użytkownika" value={user} />
      <Copy name="Serwer poczty przychodzącej (IMAP)" value={mail.host} />
      <Copy name="Port IMAP" value={String(mail.imapsPort)} />
      <Copy name="Zabezpieczenie połączenia" value="SSL/TLS" />
      <Copy name="Odcisk certyfikatu (SHA-256)" value={mail.certificatePrint} />
      <h3>Poczta wychodząca (SMTP)</h3>
      <p>
        Ten dostęp nie wysyła wiadomości, więc nie ma własnego serwera poczty wychodzącej. Odpowiadaj ze swojego adresu. Jeśli
        program nie pozwala pominąć tego pola, podaj serwer, przez który wysyłasz własną pocztę.
      </p>
      <h3>Thunderbird</h3>
      <ol>
        <li>Dodaj konto e-mail: wpisz adres skrzynki i hasło do tego dostępu.</li>
        <li>
          Wybierz „Konfiguruj ręcznie”, a potem protokół IMAP i dane podane wyżej. Metoda uwierzytelniania: „Normalne hasło”.
        </li>
        <li>Przy serwerze wychodzącym wybierz ten, który masz już w programie.</li>
      </ol>
      <h3>Telefon</h3>
      <ol>
        <li>Dodaj konto typu „Inne”, a w nim IMAP.</li>
        <li>W części „poczta przychodząca” wpisz serwer, nazwę użytkownika i hasło do tego dostępu.</li>
        <li>W części „poczta wychodząca” podaj serwer i hasło własnej skrzynki – telefon zwykle wymaga tych pól.</li>
      </ol>
      <h3>Gotowe ustawienia</h3>
      <p class="hint">
        Plik dla Thunderbirda (profil autoconfig), bez hasła. Zanim dodasz konto, zapisz go w katalogu „isp” tam, gdzie jest
        zainstalowany Thunderbird – program sam wpisze wtedy serwer i nazwę użytkownika. Łatwiej przepisać dane ręcznie: to tylko
        cztery pola.
      </p>
      <p class="acts">
        <Act tone="quiet" onAct={() => download(autoconfigName(connection), 'application/xml', autoconfigProfile(connection))}>
          Pobierz profil autoconfig
        </Act>
      </p>
    </>
  );
}
