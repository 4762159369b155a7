import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fileRef, ifThere, UPLOAD_KEPT_MS } from '../../../contract/files/index.ts';
import { lookAt, namesInOpen } from '../../system/look.ts';
import {
  closeFile,
  createIn,
  openFolderIn,
  openToAppend,
  type Place,
  readTextIn,
  removeIfThere,
  writeTextIn,
} from '../../system/spool.ts';

const upload = z.strictObject({
  at: fileRef,
  length: z.int().min(0),
  changedAt: z.int().nullable(),
  ifThere,
  /** Where it came to lie in the end; its bytes are no longer here then. */
  placed: fileRef.nullable(),
});
export type Upload = z.infer<typeof upload>;

/**
 * The uploads under way in a tree: for each a file of what it is, and one of the bytes that have come. How far it is, is that
 * file's size and nothing else; so a kill at any moment leaves nothing that contradicts itself.
 */
export class Uploads {
  readonly #folder: number;

  constructor(state: number) {
    this.#folder = openFolderIn(state, 'uploads');
  }

  create(said: Omit<Upload, 'placed'>): string {
    const id = randomUUID();
    closeFile(createIn(this.data(id)));
    this.write(id, { ...said, placed: null });
    return id;
  }

  /** Null when there is none, or none any longer. */
  read(id: string): Upload | null {
    const text = readTextIn(this.#record(id));
    return text === null ? null : upload.parse(JSON.parse(text));
  }

  write(id: string, said: Upload): void {
    writeTextIn(this.#record(id), JSON.stringify(said));
  }

  /** Bytes that have come; all of them once the file was put in its place. */
  offset(id: string, { length }: Upload): number {
    return lookAt(this.#folder, this.data(id).name)?.size ?? length;
  }

  isHere(id: string): boolean {
    return lookAt(this.#folder, this.data(id).name) !== null;
  }

  openData(id: string): number | null {
    return openToAppend(this.data(id));
  }

  /** The bytes first: without its record, what is left of an upload is swept away. */
  remove(id: string): void {
    removeIfThere(this.data(id));
    removeIfThere(this.#record(id));
  }

  /** Throws away everything that nobody touched for a week. */
  sweep(now: number): void {
    // A directory is none of ours.
    const files = namesInOpen(this.#folder).filter(({ isDirectory }) => !isDirectory);
    const touched = Map.groupBy(files, ({ name }) => name.toString('latin1').slice(0, 36));
    for (const names of touched.values()) {
      const last = Math.max(...names.map(({ name }) => lookAt(this.#folder, name)?.changedAt ?? 0));
      if (last > now - UPLOAD_KEPT_MS) continue;
      for (const { name } of names) removeIfThere({ directory: this.#folder, name });
    }
  }

  close(): void {
    closeFile(this.#folder);
  }

  readonly data = (id: string): Place => ({ directory: this.#folder, name: Buffer.from(`${id}.data`) });
  readonly #record = (id: string): Place => ({ directory: this.#folder, name: Buffer.from(`${id}.json`) });
}
