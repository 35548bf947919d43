import type { ExprNode } from 'groq-js'
import type { StoredDocument } from '../document.ts'
import { rewrite } from './syntax-tree.ts'

/**
 * groq-js knows `text::query()` only as a name. `left match text::query("some words -not")` becomes
 * `left match "some words" && !(left match "not")`, and `@` on the left becomes all text of the document,
 * which is fetched through a reference to a document that does not exist (see {@link textTarget}).
 */
export function expandTextSearch(tree: ExprNode): ExprNode {
  return rewrite(tree, (node) => {
    if (node.type !== 'OpCall' || node.op !== 'match') return undefined
    const { right } = node
    if (right.type !== 'FuncCall' || right.namespace !== 'text' || right.name !== 'query') return undefined
    const [argument] = right.args
    const text = argument?.type === 'Value' && typeof argument.value === 'string' ? argument.value : ''
    const { wanted, unwanted } = parseTerms(text)
    const left = withDocumentText(node.left)
    const found = matches(left, wanted)
    return unwanted.reduce<ExprNode>(
      (all, term) => ({ type: 'And', left: all, right: { type: 'Not', base: matches(left, [term]) } }),
      found,
    )
  })
}

function matches(left: ExprNode, terms: string[]): ExprNode {
  return { type: 'OpCall', op: 'match', left, right: { type: 'Value', value: terms.join(' ') } }
}

/** Words, `"several words"` and `-words`; quotes only hold words together for a leading minus. */
function parseTerms(text: string): { wanted: string[]; unwanted: string[] } {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const [, minus, phrase, word] of text.matchAll(/(?<!\S)(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const term = phrase ?? word ?? ''
    if (term.trim() !== '') (minus ? unwanted : wanted).push(term)
  }
  return { wanted, unwanted }
}

function withDocumentText(left: ExprNode): ExprNode {
  if (left.type === 'This') return documentText
  if (left.type !== 'Array') return left
  return {
    ...left,
    elements: left.elements.map((element) => ({ ...element, value: withDocumentText(element.value) })),
  }
}

const prefix = 'text of '

const documentText: ExprNode = {
  type: 'AccessAttribute',
  name: 'text',
  base: {
    type: 'Deref',
    base: {
      type: 'Object',
      attributes: [
        {
          type: 'ObjectAttributeValue',
          name: '_ref',
          value: {
            type: 'OpCall',
            op: '+',
            left: { type: 'Value', value: prefix },
            right: { type: 'AccessAttribute', name: '_id' },
          },
        },
      ],
    },
  },
}

/** The id of the document whose text is meant, where a reference asks for text and not for a document. */
export function textTarget(reference: string): string | undefined {
  return reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined
}

const texts = new WeakMap<StoredDocument, string>()

/** Every string in a document but those of system fields, joined by spaces. */
export function textOf(document: StoredDocument): string {
  const known = texts.get(document)
  if (known !== undefined) return known
  const parts: string[] = []
  collect(document, parts)
  const text = parts.join(' ')
  texts.set(document, text)
  return text
}

function collect(value: unknown, parts: string[]): void {
  if (typeof value === 'string') parts.push(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, parts)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (!key.startsWith('_')) collect(item, parts)
  }
}
