import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The site's own colours: they are custom properties, which reach into the editor's shadow and follow light and dark. */
const frame = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--sheet)', color: 'var(--ink)', fontSize: '1rem' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: 'var(--s2) 0' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--muted)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent-bg) 45%, transparent)' },
  '.cm-searchMatch': { backgroundColor: 'var(--brass-bg)', outline: '1px solid var(--brass-line)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-bg)', outline: '2px solid var(--accent)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-bg)', outline: '1px solid var(--accent)' },
  '.cm-specialChar': { color: 'var(--danger)' },
  '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search, .cm-panel.cm-gotoLine': {
    fontFamily: 'var(--font)',
    fontSize: 'var(--text-s)',
    padding: 'var(--s2) var(--touch) var(--s2) var(--s2)',
  },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', minHeight: '2rem', fontSize: 'inherit' },
  '.cm-textfield': {
    backgroundColor: 'var(--sheet)',
    color: 'inherit',
    border: '1px solid var(--muted)',
    borderRadius: 'var(--radius)',
    minHeight: '2.25rem',
    fontSize: '1rem',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--sheet)',
    color: 'var(--accent)',
    border: '1px solid var(--accent)',
    borderRadius: 'var(--radius)',
    minHeight: '2.25rem',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search [name=close]': { minWidth: 'var(--touch)', minHeight: 'var(--touch)', color: 'inherit' },
  '.cm-textfield:focus-visible, .cm-button:focus-visible, .cm-panel input:focus-visible, .cm-panel [name=close]:focus-visible': {
    outline: '2px solid var(--accent)',
    outlineOffset: '2px',
  },
});

const letters = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.tagName, tags.heading],
    color: 'var(--accent)',
    fontWeight: '650',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue, tags.inserted], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.unit, tags.color], color: 'var(--brass)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--muted)', fontStyle: 'italic' },
  {
    tag: [tags.attributeName, tags.propertyName, tags.definition(tags.variableName), tags.typeName, tags.className],
    color: 'var(--accent-deep)',
  },
  { tag: [tags.link, tags.url], textDecoration: 'underline' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.invalid, tags.deleted], color: 'var(--danger)' },
]);

export const THEME: Extension = [frame, syntaxHighlighting(letters)];
