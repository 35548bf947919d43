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

  /** The expression for what `find` finds; `asked` are the expressions that give strings or lists of them. */
  node(find: Find, asked: ExprNode[] = []): ExprNode {
    const name = `${mark}${this.#finds.length} `
    this.#finds.push(find)
    const reference = asked.map(asText).reduce((all, text, index) => {
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
function asText(node: ExprNode): ExprNode {
  const joined = call('array', 'join', [call('array', 'compact', [node]), value(separator)])
  return call('global', 'coalesce', [call('global', 'string', [node]), joined, value(unknown)])
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
