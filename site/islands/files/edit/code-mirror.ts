import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { indentIn } from './indent.ts';
import { languageFor } from './languages.ts';
import { PHRASES } from './phrases.ts';
import { THEME } from './theme.ts';

export interface SurfaceOptions {
  /** The file's name: tells the language. */
  name: string;
  label: string;
  /** How the keyboard gets out again; read out with the label. */
  hint: string;
  text: string;
  onChange: () => void;
  onSave: () => void;
}
export interface Surface {
  text(): string;
  focus(): void;
  remove(): void;
}

/** A description must lie in the same tree as what it describes. */
function hintIn(root: ShadowRoot, hint: string): string {
  const id = 'leaving';
  root.append(Object.assign(document.createElement('p'), { id, hidden: true, textContent: hint }));
  return id;
}

/** Colours are worth no more than a try: without them a file is edited just as well. */
async function loadLanguage(name: string): Promise<Extension> {
  try {
    return (await languageFor(name)?.()) ?? [];
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return [];
  }
}

/**
 * CodeMirror in a place of the page. It lies in a shadow tree, because there it gives its styles as objects: as a `<style>`
 * element in the document, the page's policy would have to allow any inline style.
 */
export function mountCodeMirror(place: HTMLElement, { name, label, hint, text, onChange, onSave }: SurfaceOptions): Surface {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  root.replaceChildren();
  const language = new Compartment();
  const save = () => {
    onSave();
    return true;
  };
  const extensions: Extension[] = [
    EditorState.phrases.of(PHRASES),
    lineNumbers(),
    highlightSpecialChars(),
    highlightActiveLine(),
    history(),
    indentOnInput(),
    indentUnit.of(indentIn(text)),
    bracketMatching(),
    search({ top: true }),
    keymap.of([
      { key: 'Mod-s', run: save, preventDefault: true },
      ...searchKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': hintIn(root, hint), spellcheck: 'false' }),
    EditorView.updateListener.of((update) => void (update.docChanged && onChange())),
    language.of([]),
    THEME,
  ];
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
  void loadLanguage(name).then((loaded) => view.dispatch({ effects: language.reconfigure(loaded) }));
  return { text: () => view.state.doc.toString(), focus: () => view.focus(), remove: () => view.destroy() };
}
