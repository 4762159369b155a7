import { Act } from '../../parts/Act.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Changed } from './Changed.tsx';
import type { Encoding } from './encoding.ts';
import type { LineEnd } from './line-ends.ts';
import { readAs } from './text-file.ts';
import type { Editing } from './use-editing.ts';
import { ENCODING_NAMES, LINE_END_NAMES, misfitWords } from './words.ts';

const Back = ({ editing }: { editing: Editing }) => (
  <Act tone="quiet" onAct={() => editing.setQuestion(null)}>
    Wróć do edytora
  </Act>
);

/** Lines that end in different ways can only be written alike. */
function OneEnd({ editing }: { editing: Editing }) {
  const most = editing.form.lineEnd;
  const saveWith = (lineEnd: LineEnd) => {
    editing.agreeToOneEnd();
    editing.setQuestion(null);
    void editing.save({ lineEnd });
  };
  return (
    <Dialog title="Jak mają kończyć się wiersze?" onClose={() => editing.setQuestion(null)}>
      <p>
        Wiersze w tym pliku kończą się różnie. Po zapisie będą kończyć się tak samo. Dla stron i programów zwykle nie ma to
        znaczenia, a najczęściej jest tu: {LINE_END_NAMES[most]}.
      </p>
      <p class="acts">
        <Act onAct={() => saveWith(most)}>Zapisz z {LINE_END_NAMES[most]}</Act>
        {most === 'lf' ? null : (
          <Act tone="quiet" onAct={() => saveWith('lf')}>
            Zapisz z {LINE_END_NAMES.lf}
          </Act>
        )}
        <Back editing={editing} />
      </p>
    </Dialog>
  );
}

/** A list of letters shows either that they were read wrongly, or that they should be written otherwise. */
function OtherEncoding({ editing, to }: { editing: Editing; to: Encoding }) {
  const read = editing.file && readAs(editing.file.bytes, to);
  const convert = () => {
    editing.setForm({ ...editing.form, encoding: to });
    editing.setQuestion(null);
  };
  return (
    <Dialog title={`Co zrobić z kodowaniem ${ENCODING_NAMES[to]}?`} onClose={() => editing.setQuestion(null)}>
      <p>
        Litery wyglądają teraz dobrze? Wybierz „Zapisz w tym kodowaniu”. Zamiast polskich liter są krzaki? Wybierz „Odczytaj
        jeszcze raz”{editing.dirty ? ' – niezapisane zmiany przepadną' : ''}.
      </p>
      {read ? null : <p>Odczytać się nie da: ten plik na pewno nie jest w kodowaniu {ENCODING_NAMES[to]}.</p>}
      <p class="acts">
        <Act onAct={convert}>Zapisz w tym kodowaniu</Act>
        {read && editing.file ? (
          <Act tone="quiet" onAct={() => editing.begin(read, editing.file?.etag ?? '')}>
            Odczytaj jeszcze raz
          </Act>
        ) : null}
        <Back editing={editing} />
      </p>
    </Dialog>
  );
}

/** Whatever stands between a text and its file. */
export function Questions({ editing, name }: { editing: Editing; name: string }) {
  const { question, form } = editing;
  if (question?.why === 'changed') return <Changed {...question} editing={editing} name={name} encoding={form.encoding} />;
  if (question?.why === 'encoding') return <OtherEncoding editing={editing} to={question.to} />;
  if (question?.why === 'mixed') return <OneEnd editing={editing} />;
  if (question?.why === 'misfits')
    return (
      <Dialog title="Tych znaków nie da się tak zapisać" onClose={() => editing.setQuestion(null)}>
        <p>
          Kodowanie {ENCODING_NAMES[form.encoding]} nie ma znaków: {misfitWords(question.misfits)}. Nic nie zostało zapisane.
        </p>
        <p>
          Usuń je albo zapisz plik w UTF-8. Jeśli to strona, która mówi o swoim kodowaniu (charset), zmień w niej też ten wpis.
        </p>
        <p class="acts">
          <Act
            onAct={() => {
              editing.setQuestion(null);
              void editing.save({ encoding: 'utf-8' });
            }}
          >
            Zapisz w UTF-8
          </Act>
          <Back editing={editing} />
        </p>
      </Dialog>
    );
  if (question?.why === 'too-large')
    return (
      <Dialog title="Plik zrobił się za duży" onClose={() => editing.setQuestion(null)}>
        <p>W przeglądarce da się zapisać najwyżej 2 MB. Skróć tekst albo zmień plik u siebie na komputerze i wyślij go.</p>
        <p class="acts">
          <Back editing={editing} />
        </p>
      </Dialog>
    );
  return null;
}
