/** What somebody chose or dropped: files with the names of the directories that they lie in, and the directories, empty ones too. */
export interface Gathered {
  folders: (readonly string[])[];
  files: { path: readonly string[]; file: File }[];
}

/** One way to write „ó”: macOS gives it in two characters, and a page that asks for the other one would not find the file. */
const named = (name: string) => name.normalize('NFC');

/** Every directory that paths lie in, those above before those below. */
export function foldersOf(paths: readonly (readonly string[])[]): string[][] {
  const seen = new Map<string, string[]>();
  for (const path of paths)
    for (let depth = 1; depth <= path.length; depth++) {
      const folder = path.slice(0, depth);
      seen.set(folder.join('/'), folder);
    }
  return [...seen.values()].sort((a, b) => a.length - b.length);
}

/** Files from a chooser; one for directories says where in them each file lies. */
export function gatherChosen(chosen: Iterable<File>): Gathered {
  const files = [...chosen].map((file) => {
    const path = (file.webkitRelativePath || file.name).split('/').map(named);
    return { path, file };
  });
  return { files, folders: foldersOf(files.map(({ path }) => path.slice(0, -1))) };
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** All of a directory; a browser hands it over a hundred at a time, and nothing once there is no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function walk(entry: FileSystemEntry, above: readonly string[], gathered: Gathered): Promise<void> {
  const path = [...above, named(entry.name)];
  if (isFile(entry)) gathered.files.push({ path, file: await fileOf(entry) });
  else if (isFolder(entry)) {
    gathered.folders.push(path);
    for (const inside of await entriesOf(entry)) await walk(inside, path, gathered);
  }
}

/** The entries of a drop; they must be taken before the event is over. */
export const entriesDropped = (data: DataTransfer): FileSystemEntry[] =>
  [...data.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));

/** Files and directories that were dropped, with all that lies in them. */
export async function gatherDropped(entries: readonly FileSystemEntry[]): Promise<Gathered> {
  const gathered: Gathered = { folders: [], files: [] };
  for (const entry of entries) await walk(entry, [], gathered);
  return gathered;
}
