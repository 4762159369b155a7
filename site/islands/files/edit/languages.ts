import type { Extension } from '@codemirror/state';

type Load = () => Promise<Extension>;

const php: Load = async () => (await import('@codemirror/lang-php')).php();
const html: Load = async () => (await import('@codemirror/lang-html')).html();
const css: Load = async () => (await import('@codemirror/lang-css')).css();
const javascript: Load = async () => (await import('@codemirror/lang-javascript')).javascript({ jsx: true });
const typescript: Load = async () => (await import('@codemirror/lang-javascript')).javascript({ typescript: true });
const json: Load = async () => (await import('@codemirror/lang-json')).json();
const sql: Load = async () => (await import('@codemirror/lang-sql')).sql();
const xml: Load = async () => (await import('@codemirror/lang-xml')).xml();
const yaml: Load = async () => (await import('@codemirror/lang-yaml')).yaml();
const markdown: Load = async () => (await import('@codemirror/lang-markdown')).markdown();

const BY_ENDING: Record<string, Load> = {
  php,
  phtml: php,
  inc: php,
  html,
  htm: html,
  css,
  js: javascript,
  mjs: javascript,
  cjs: javascript,
  jsx: javascript,
  ts: typescript,
  json,
  map: json,
  sql,
  xml,
  svg: xml,
  rss: xml,
  xsl: xml,
  yml: yaml,
  yaml,
  md: markdown,
};
const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** The code that colours a file of this name; null for plain text. */
export const languageFor = (name: string): Load | null => (name.includes('.') ? (BY_ENDING[endingOf(name)] ?? null) : null);
