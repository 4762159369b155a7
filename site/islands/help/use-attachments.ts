import { useState } from 'preact/hooks';
import { type Attachment, faultWords, readAttachment } from './attachments.ts';

export interface Chosen {
  attachment: Attachment;
  size: number;
}

/** Files that go along with what is being written; they are read at once, so that a file that is gone by sending is told of now. */
export function useAttachments() {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const add = async (files: readonly File[]) => {
    const wrong = faultWords(files, chosen.length);
    setFault(wrong);
    if (wrong) return;
    try {
      const read = await Promise.all(files.map(async (file) => ({ attachment: await readAttachment(file), size: file.size })));
      setChosen((old) => [...old, ...read]);
    } catch (lost) {
      if (!(lost instanceof DOMException || lost instanceof TypeError)) throw lost;
      setFault('Nie udało się odczytać tego pliku. Wybierz go jeszcze raz.');
    }
  };
  const remove = (at: number) => {
    setFault(null);
    setChosen((old) => old.filter((_, index) => index !== at));
  };
  const clear = () => setChosen([]);
  return { chosen, fault, add, remove, clear, attachments: chosen.map(({ attachment }) => attachment) };
}
