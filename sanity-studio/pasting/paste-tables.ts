import { type DeserializerRule, htmlToPortableText } from '@portabletext/html'
import { sanitySchemaToPortableTextSchema } from '@portabletext/sanity-bridge'
import type { ArraySchemaType, OnPasteFn } from 'sanity'
import { tableOf } from './table-of.ts'

/**
 * Pastes what has tables in it into a text that may have them, each as a table. Everything else, and other texts, are
 * left to the editor, which makes a paragraph of each cell.
 */
export function pasteTables(text: ArraySchemaType): OnPasteFn {
  return ({ event: { clipboardData }, path }) => {
    // What an editor itself has copied is its own.
    if (clipboardData.types.includes('application/x-portable-text')) return undefined
    const insert = blocksWithTables(clipboardData.getData('text/html'), text)
    return insert && { insert, path }
  }
}

/** HTML with tables in it as blocks of a text that may have tables; `undefined` where there are none. */
export function blocksWithTables(html: string, text: ArraySchemaType) {
  if (!text.of.some(({ name }) => name === 'table')) return undefined
  const schema = sanitySchemaToPortableTextSchema(text)
  const blocks = htmlToPortableText(html, { schema, rules: [tableRule] })
  if (!blocks.some(isPastedTable)) return undefined
  // Google Docs puts an empty line before and after each.
  const isBeside = (at: number) => [blocks[at - 1], blocks[at + 1]].some(isPastedTable)
  return blocks.filter((block, at) => !(isEmpty(block) && isBeside(at)))
}

function isPastedTable(block: { _type: string } | undefined): boolean {
  return block?._type === 'table'
}

function isEmpty(block: object): boolean {
  const children = 'children' in block && Array.isArray(block.children) ? block.children : undefined
  return children?.every(({ text }: { text?: string }) => text?.trim() === '') ?? false
}

const tableRule: DeserializerRule = {
  deserialize(node, _next, createBlock) {
    const table = isTable(node) && tableOf(node)
    if (!table) return undefined
    const { rows, ...rest } = table
    return createBlock({
      _type: 'table',
      ...rest,
      rows: rows.map((cells) => ({ _type: 'tableRow', _key: crypto.randomUUID().slice(0, 12), cells })),
    })
  },
}

function isTable(node: Node): node is HTMLTableElement {
  return node.nodeName === 'TABLE'
}
