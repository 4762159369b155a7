import type { FileEntry } from '../../../contract/files/server.ts';
import type { Door } from './door/door.ts';
import type { DoorResult } from './door/fault.ts';

/*
 * What the manager's frame and its parts that send, show and edit say to each other. Each part comes only once it is needed:
 * `transfer/TransferArea.tsx`, `transfer/download.ts`, `edit/Editor.tsx` and `preview/Preview.tsx`.
 */

/** Where files are chosen and dropped, and how far they are. It stays while the person walks through directories. */
export interface TransferAreaProps {
  serviceId: string;
  door: Door;
  /** The directory that is open now. */
  into: string;
  /** Something has arrived in a directory, which may be another one by now. */
  onArrived: (directory: string) => void;
}

/** One file, opened over the list. */
export interface OpenedFileProps {
  door: Door;
  entry: FileEntry;
  /** What lies beside it, in the list's order, for next and previous. */
  among: readonly FileEntry[];
  onShow: (entry: FileEntry) => void;
  /** The file, or one beside it, is not what it was. */
  onSaved: (entry: FileEntry) => void;
  onClose: () => void;
}

/** Lets the browser save one file, or a ZIP of all of these. */
export type Download = (door: Door, refs: readonly string[]) => Promise<DoorResult<null>>;
