import type { ExprNode } from 'groq-js'
import { outward } from './outward.ts'

/**
 * A part of a filter's condition by which an index can tell which documents can match at all.
 * `values` is what they are looked up by: strings where they are known, else the expression that gives them in the
 * scope around the filter.
 */
export type Probe = {
  by: 'id' | 'type' | 'reference' | 'version'
  values: { known: string[] } | { asked: ExprNode[] }
  /** Whether the index finds just what the condition does, so that the condition need not be looked at again. */
  isExact: boolean
}

const indexedFunctions = new Map<string, Probe['by']>([
  ['global::references', 'reference'],
  ['sanity::versionOf', 'version'],
])

/** @param isInItem whether `^` in the condition is what `@` is around the filter */
export function probeOf(condition: ExprNode, isInItem: boolean): Probe | undefined {
  if (condition.type === 'FuncCall') {
    const by = indexedFunctions.get(`${condition.namespace}::${condition.name}`)
    return by && probe(by, condition.args, condition.args.map(someStrings), isInItem)
  }
  if (condition.type !== 'OpCall') return undefined
  const { op, left, right } = condition
  const leftField = fieldName(left)
  if (op === 'in' && leftField) return probe(leftField, [right], [listedStrings(right)], isInItem)
  if (op !== '==') return undefined
  if (leftField) return probe(leftField, [right], [oneString(right)], isInItem)
  const rightField = fieldName(right)
  return rightField && probe(rightField, [left], [oneString(left)], isInItem)
}

function probe(
  by: Probe['by'],
  nodes: ExprNode[],
  known: (string[] | undefined)[],
  isInItem: boolean,
): Probe | undefined {
  if (known.every((values) => values !== undefined)) {
    return { by, values: { known: known.flat() }, isExact: by !== 'version' }
  }
  const outer = nodes.map((node) => (isInItem ? outward(node) : undefined))
  if (!outer.every((node) => node !== undefined)) return undefined
  return { by, values: { asked: outer }, isExact: by === 'reference' }
}

function fieldName(node: ExprNode): 'id' | 'type' | undefined {
  if (node.type !== 'AccessAttribute' || (node.base && node.base.type !== 'This')) return undefined
  if (node.name === '_id') return 'id'
  return node.name === '_type' ? 'type' : undefined
}

function oneString(node: ExprNode): string[] | undefined {
  if (node.type === 'Group') return oneString(node.base)
  return node.type === 'Value' && typeof node.value === 'string' ? [node.value] : undefined
}

function listedStrings(node: ExprNode): string[] | undefined {
  if (node.type === 'Group') return listedStrings(node.base)
  if (node.type === 'Value') {
    const values: unknown[] | undefined = Array.isArray(node.value) ? node.value : undefined
    return values?.every((value) => typeof value === 'string') ? values : undefined
  }
  if (node.type !== 'Array') return undefined
  const parts = node.elements.map((element) => (element.isSplat ? undefined : oneString(element.value)))
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

function someStrings(node: ExprNode): string[] | undefined {
  return oneString(node) ?? listedStrings(node)
}
