import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { typography } from '../typography/index.ts';
import { type Flow, flowSchema } from '../wizard-engine/index.ts';
import { checkFlow } from './check.ts';

export type Parsed = { ok: true; flow: Flow } | { ok: false; problems: string[] };

/** Reads one wizard file whole: form, routing, policy and words. Every problem is one line, `file:line: place: what is wrong`. */
export function parseFlow(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map(
        (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.code}: ${firstLine(error.message)}`,
      ),
    };
  }
  setTypography(document);
  const at = (path: readonly PropertyKey[]) => `${file}:${lineOf(document, lines, path)}: ${path.join('.')}`;
  const form = flowSchema.safeParse(document.toJS());
  if (!form.success) return { ok: false, problems: form.error.issues.map((issue) => `${at(issue.path)}: ${wordsOf(issue)}`) };
  const problems = checkFlow(form.data).map(({ path, problem }) => `${at(path)}: ${problem}`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, flow: form.data };
}

const firstLine = (message: string) => message.split('\n', 1)[0] ?? message;

/** A union says only "Invalid input"; its branches say why. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const reasons = issue.errors.map((branch) =>
    branch.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join(', '),
  );
  return reasons.length > 0 ? `either ${reasons.join('; or ')}` : issue.message;
}

type Document = ReturnType<typeof parseDocument>;

/** The line of a place in the file, or of the nearest thing round it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const inner = document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(inner) ? inner.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]) : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    const start = hasRange(node) ? node.range[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);

/** Ids hold no spaces, so every text of the file can be set at once; the message people copy keeps plain spaces. */
function setTypography(document: Document): void {
  visit(document, {
    Pair: (_, { key }) => (isScalar(key) && key.value === 'message' ? visit.SKIP : undefined),
    Scalar: (_, node) => {
      if (typeof node.value === 'string') node.value = typography(node.value);
    },
  });
}
