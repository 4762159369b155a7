const KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓ Home End', 'poprzedni, następny, pierwszy, ostatni'],
  ['litery', 'przejście do nazwy, która się od nich zaczyna'],
  ['Enter', 'otwórz'],
  ['Backspace', 'katalog wyżej'],
  ['Shift + ↑ ↓', 'zaznacz kolejne'],
  ['Spacja', 'zaznacz lub odznacz'],
  ['Ctrl + ↑ ↓', 'idź dalej bez zmiany zaznaczenia'],
  ['Ctrl + A, Esc', 'zaznacz wszystko, odznacz'],
  ['F2', 'zmień nazwę'],
  ['Delete', 'do kosza'],
  ['Ctrl + C, X, V', 'kopiuj, wytnij, wklej w innym katalogu'],
];

/** What keys do in the list. */
export const Keys = () => (
  <details class="file-keys">
    <summary>Skróty klawiszowe</summary>
    <dl>
      {KEYS.map(([keys, what]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </details>
);
