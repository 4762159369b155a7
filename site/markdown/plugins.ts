import { defineHastPlugin, defineMdastPlugin, type HastNode, type HastPluginEntry, type MdastPluginEntry } from 'satteri';
import { typography } from '../../content/typography/index.ts';
import { asciiSlug } from './slug.ts';

/** Ties one-letter words, units and dashes in all text of a guide; code is left as it is. */
export function polishTypography(): MdastPluginEntry {
  return defineMdastPlugin({
    name: 'polish-typography',
    text(node, ctx) {
      const value = typography(node.value);
      if (value !== node.value) ctx.replaceNode(node, { type: 'text', value });
    },
  });
}

/** Gives headings ASCII ids; a heading that chose its own (`## Long heading {#short}`) keeps it, so that links survive rewording. */
export function asciiHeadingIds(): HastPluginEntry {
  return defineHastPlugin({
    name: 'ascii-heading-ids',
    element: {
      filter: ['h2', 'h3'],
      visit(node, ctx) {
        if (!node.properties.id) ctx.setProperty(node, 'id', asciiSlug(ctx.textContent(node)));
      },
    },
  });
}

/** Numbered lists in guides are steps to follow, and look like steps. */
export function numberedSteps(): HastPluginEntry {
  return defineHastPlugin({
    name: 'numbered-steps',
    element: { filter: ['ol'], visit: (list, ctx) => ctx.setProperty(list, 'className', ['steps']) },
  });
}

type Children = Readonly<HastNode>;
const elements = (parent: Children, tag: string) =>
  'children' in parent ? parent.children.filter((child) => child.type === 'element' && child.tagName === tag) : [];

/** Repeats each column's heading on its cells, so that a table can be stacked on a narrow screen. */
export function labelledCells(): HastPluginEntry {
  return defineHastPlugin({
    name: 'labelled-cells',
    element: {
      filter: ['table'],
      visit(table, ctx) {
        const labels = elements(table, 'thead')
          .flatMap((head) => elements(head, 'tr'))
          .flatMap((row) => elements(row, 'th'))
          .map((head) => ctx.textContent(head));
        const rows = elements(table, 'tbody').flatMap((body) => elements(body, 'tr'));
        const cells = rows.flatMap((row) => elements(row, 'td').map((cell, at) => ({ cell, label: labels[at] ?? '' })));
        for (const { cell, label } of cells) ctx.setProperty(cell, 'data-label', label);
      },
    },
  });
}
