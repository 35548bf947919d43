import { randomUUID } from 'node:crypto'
import type { ExprNode } from 'groq-js'

/** Finds documents, or what a query makes of them, by strings, or without any where they are not known. */
type Find = (values: string[] | undefined) => unknown[]

/** Starts references that nobody can have written into a document. */
const mark = `${randomUUID()} `
const separator = '\n'
const unknown = '\u0000'

/**
 * groq-js has no way to call a function of ours, except that it asks how to follow a reference and takes any value for
 * an answer. So a list of documents that depends on where a query is evaluated is written as a reference.
 */
export class Lookups {
  readonly #finds: Find[] = []

  /** The expression for what `find` finds; `asked` are expressions made by `asText` or `stringsIn`. */
  node(find: Find, asked: ExprNode[] = []): ExprNode {
    const name = `${mark}${this.#finds.length} `
    this.#finds.push(find)
    const reference = asked.reduce((all, text, index) => {
      return plus(index === 0 ? all : plus(all, value(separator)), text)
    }, value(name))
    return {
      type: 'Deref',
      base: {
        type: 'Object',
        attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value: reference }],
      },
    }
  }

  /** Undefined for a reference that somebody has written. */
  resolve(reference: string): unknown[] | undefined {
    if (!reference.startsWith(mark)) return undefined
    const [index = '', ...rest] = reference.slice(mark.length).split(' ')
    const values = rest.join(' ').split(separator)
    return this.#finds[Number(index)]?.(values.includes(unknown) ? undefined : values)
  }
}

/** A string as it is, a list of strings joined; for everything else a sign that it is neither. */
export function asText(node: ExprNode): ExprNode {
  const joined = call('array', 'join', [call('array', 'compact', [node]), value(separator)])
  return call('global', 'coalesce', [call('global', 'string', [node]), joined, value(unknown)])
}

/** A string as it is, the strings of a list joined, and nothing for everything else. */
export function stringsIn(node: ExprNode): ExprNode {
  const isString = (tested: ExprNode) => call('global', 'defined', [call('string', 'lower', [tested])])
  const strings: ExprNode = { type: 'Filter', base: node, expr: isString({ type: 'This' }) }
  return {
    type: 'Select',
    alternatives: [{ type: 'SelectAlternative', condition: isString(node), value: node }],
    fallback: call('global', 'coalesce', [call('array', 'join', [strings, value(separator)]), value('')]),
  }
}

function call(namespace: string, name: string, args: ExprNode[]): ExprNode {
  return { type: 'FuncCall', namespace, name, args } as ExprNode
}

function plus(left: ExprNode, right: ExprNode): ExprNode {
  return { type: 'OpCall', op: '+', left, right }
}

function value(text: string): ExprNode {
  return { type: 'Value', value: text }
}
