import type { ExprNode } from 'groq-js'
import type { StoredDocument } from '../document.ts'
import { malformed } from '../errors.ts'
import { constantOf } from './constant.ts'
import { ask } from './question.ts'
import { containsPhrase, parseSearchTerms, type Term } from './search-terms.ts'
import { rewrite } from './syntax-tree.ts'

/**
 * groq-js knows `text::query()` only as a name. `left match text::query("some words -not")` becomes
 * `left match "some words" && !(left match "not")`, phrases are asked of the lake, and so is the text of a whole
 * document where it stands on the left as `@`.
 */
export function expandTextSearch(tree: ExprNode): ExprNode {
  return rewrite(tree, (node) => {
    if (node.type !== 'OpCall' || node.op !== 'match') return undefined
    const { right } = node
    if (right.type !== 'FuncCall' || right.namespace !== 'text' || right.name !== 'query') return undefined
    const { wanted, unwanted } = parseSearchTerms(searchText(right.args))
    const left = withDocumentText(expandTextSearch(node.left))
    const phrases = wanted.filter((term) => term.isPhrase)
    const conditions = [
      // All words at once, so that score() counts them all, and an empty search finds nothing.
      ...(wanted.length > 0 || unwanted.length === 0 ? [matches(left, wanted)] : []),
      ...phrases.map((term) => holds(left, term)),
      ...unwanted.map((term): ExprNode => ({ type: 'Not', base: holds(left, term) })),
    ]
    return conditions.reduce((all, condition) => ({ type: 'And', left: all, right: condition }))
  })
}

/** @throws 400 for a text that is different for each document: hosted search has none either */
function searchText([argument]: ExprNode[]): string {
  const text = constantOf(argument)
  if (text === null) return ''
  if (typeof text !== 'string') throw malformed('text::query() needs a string or a parameter with a string')
  return text
}

function matches(left: ExprNode, terms: Term[]): ExprNode {
  const words = terms.map((term) => (term.isPhrase ? term.text.replaceAll('*', ' ') : term.text))
  return { type: 'OpCall', op: 'match', left, right: { type: 'Value', value: words.join(' ') } }
}

/** A phrase is asked about only where all its words are: a question costs more than a match. */
function holds(left: ExprNode, term: Term): ExprNode {
  const words = matches(left, [term])
  if (!term.isPhrase) return words
  const value: ExprNode = {
    type: 'OpCall',
    op: '+',
    left: { type: 'Value', value: `${JSON.stringify(term.text)}${end}` },
    right: asOneText(left),
  }
  return {
    type: 'Select',
    alternatives: [{ type: 'SelectAlternative', condition: words, value: ask('phrase', value) }],
    fallback: { type: 'Value', value: false },
  }
}

/** Ends the phrase in a question, and parts the strings of a text so that no phrase reaches over two of them. */
const end = ' \u{E000} '

/** The strings of an array joined, or the one string. Only strings have a `lower()`. */
function asOneText(left: ExprNode): ExprNode {
  const isString = call('global', 'defined', [call('string', 'lower', [{ type: 'This' }])])
  const strings: ExprNode = { type: 'Filter', base: left, expr: isString }
  const joined = call('array', 'join', [strings, { type: 'Value', value: end }])
  return call('global', 'coalesce', [joined, left])
}

function call(namespace: string, name: string, args: ExprNode[]): ExprNode {
  return { type: 'FuncCall', namespace, name, args }
}

/** The answer to a question about a phrase. */
export function answerPhrase(argument: string): boolean {
  const place = argument.indexOf(end)
  const phrase: unknown = JSON.parse(argument.slice(0, place))
  const texts = argument.slice(place + end.length).split(end)
  return typeof phrase === 'string' && texts.some((text) => containsPhrase(text, phrase))
}

function withDocumentText(left: ExprNode): ExprNode {
  if (left.type === 'This') return ask('text', { type: 'AccessAttribute', name: '_id' })
  if (left.type !== 'Array') return left
  return {
    ...left,
    elements: left.elements.map((element) => ({ ...element, value: withDocumentText(element.value) })),
  }
}

/** Every string in a document but those of system fields. */
export function textOf(document: StoredDocument): string {
  const parts: string[] = []
  collect(document, parts)
  return parts.join(end)
}

function collect(value: unknown, parts: string[]): void {
  if (typeof value === 'string') parts.push(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, parts)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (!key.startsWith('_')) collect(item, parts)
  }
}
