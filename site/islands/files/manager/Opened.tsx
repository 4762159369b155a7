import { later } from '../../parts/later.tsx';
import { isEditable } from '../kinds.ts';
import type { OpenedFileProps } from '../slots.ts';

const Editor = later(() => import('../edit/Editor.tsx').then((part) => part.Editor));
const Preview = later(() => import('../preview/Preview.tsx').then((part) => part.Preview));

/** A file over the list: text to edit, anything else to look at. */
export const Opened = (props: OpenedFileProps) =>
  isEditable(props.entry) ? <Editor key={props.entry.ref} {...props} /> : <Preview {...props} />;
