import { options, type VNode } from 'preact';
import { typography } from '../../../content/typography/index.ts';

/** Where every character is as it is on the server, to be compared or copied. */
const VERBATIM = ['code', 'textarea', 'option'];

type Props = { children?: unknown; class?: unknown };

const isVerbatim = (type: string, props: Props) =>
  VERBATIM.includes(type) ||
  (typeof props.class === 'string' && props.class.split(' ').some((name) => name === 'path' || name === 'verbatim'));
const tied = (child: unknown) => (typeof child === 'string' ? typography(child) : child);

/** Text that islands show, tied as the built pages' text is (a one-letter word never ends a line). */
export function tieText(vnode: Pick<VNode, 'type' | 'props'>): void {
  const props: Props = vnode.props;
  if (typeof vnode.type !== 'string' || isVerbatim(vnode.type, props)) return;
  if (typeof props.children === 'string') props.children = typography(props.children);
  else if (Array.isArray(props.children)) props.children = props.children.map(tied);
}

/** Lets Preact tie all text from now on; called once by each page's first island. */
export function startTying(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    tieText(vnode);
    before?.(vnode);
  };
}
