import { chown, lstat, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type TreeEntry = { path: string; text: string } | { path: string; linkTo: string } | { path: string; directory: true };
export type Customer = { tree: string; uid: number; entries?: readonly TreeEntry[] };

/** What a small shop's hosting looks like, with names that programs trip over. */
export const DEMO_ENTRIES: readonly TreeEntry[] = [
  { path: 'public_html/index.html', text: '<!doctype html><title>Strona główna</title>\n' },
  { path: 'public_html/sklep/index.php', text: "<?php echo 'Sklep';\n" },
  { path: 'public_html/sklep/konfiguracja.php', text: "<?php return ['waluta' => 'PLN'];\n" },
  { path: 'public_html/sklep/zdjęcia/kubek.txt', text: 'zdjęcie kubka\n' },
  { path: 'public_html/blog/wpis.html', text: '<p>Pierwszy wpis.</p>\n' },
  { path: 'public_html/sklep/na-zewnatrz', linkTo: '/etc' },
  { path: 'public_html/sklep/do-bloga', linkTo: '../blog' },
  { path: 'public_html/skrot-do-bloga', linkTo: 'blog' },
  { path: 'kopie/2026-10.txt', text: 'kopia\n' },
  { path: 'Zażółć gęślą jaźń/plik.txt', text: 'ogonki\n' },
  { path: 'dwa  słowa/plik.txt', text: 'spacje\n' },
  { path: `cudzysłów "i" 'apostrof'/plik.txt`, text: 'cudzysłowy\n' },
];

/** Makes a customer's tree below the customers root, owned by the customer; what is there already stays as it is. */
export async function growTree(customersRoot: string, customer: Customer): Promise<void> {
  const root = join(customersRoot, customer.tree);
  await ensureDirectory(root, customer.uid);
  for (const entry of customer.entries ?? DEMO_ENTRIES) await ensureEntry(root, entry, customer.uid);
}

async function ensureEntry(root: string, entry: TreeEntry, uid: number): Promise<void> {
  const path = join(root, entry.path);
  if ('directory' in entry) return ensureDirectory(path, uid, root);
  await ensureDirectory(dirname(path), uid, root);
  if (await isThere(path)) return;
  if ('linkTo' in entry) return symlink(entry.linkTo, path);
  await writeFile(path, entry.text);
  await chown(path, uid, uid);
}

async function ensureDirectory(path: string, uid: number, below?: string): Promise<void> {
  if (await isThere(path)) return;
  if (below !== undefined && path !== below) await ensureDirectory(dirname(path), uid, below);
  await mkdir(path);
  await chown(path, uid, uid);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
