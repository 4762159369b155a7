import { join, normalize } from 'node:path/posix';

/** Pages for people who are signed in, about to be, or at the end of a link of their own; only these carry a framework. */
const SIGNED_IN = /^site\/(pages\/(panel|bok|zaproszenie|cesja|logowanie|zmiana|napisz)\b|layouts\/Panel\.astro$|islands\/)/;

/** dependency-cruiser does not read .astro files; this holds them to the same directions. Returns faults as sentences. */
export function astroImportFaults(file: string, source: string): string[] {
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '';
  const specifiers = [...frontMatter.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
  return specifiers.flatMap((specifier) => faultOf(file, specifier) ?? []);
}

function faultOf(file: string, specifier: string): string | null {
  if (/^(preact|@preact\/)/.test(specifier) && !SIGNED_IN.test(file))
    return `${file} imports ${specifier}: guides and questions carry no framework`;
  if (!specifier.startsWith('.')) return null;
  const target = normalize(join(file, '..', specifier));
  if (/^(worker|agent|tests|bench|demo)\//.test(target)) return `${file} imports ${target}: the site talks to the worker by HTTP`;
  if (/^content\/[^/]+\/.+\.ts$/.test(target) && !/^content\/[^/]+\/index\.ts/.test(target))
    return `${file} imports ${target}: a room of content is imported through its index.ts`;
  if (/\.tsx$/.test(target) && !SIGNED_IN.test(file)) return `${file} imports ${target}: guides and questions carry no framework`;
  return null;
}
