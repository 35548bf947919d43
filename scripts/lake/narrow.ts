import type { ExprNode } from 'groq-js'
import type { StoredDocument } from './document.ts'
import { rewrite } from './syntax-tree.ts'

/** Ways to come by some of a dataset's documents without looking at all of them. */
export type Lookup = {
  byId(ids: string[]): StoredDocument[]
  byType(types: string[]): StoredDocument[]
  byReference(ids: string[]): StoredDocument[]
}

/**
 * Replaces `*` in `*[_type == "recap" && …]` and its like by the documents that can match at all.
 * The condition itself stays, so the result is the same; only the scan is shorter.
 */
export function narrow(tree: ExprNode, lookup: Lookup): ExprNode {
  const visit = (node: ExprNode): ExprNode | undefined => {
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return undefined
    const candidates = candidatesFor(node.expr, lookup)
    if (!candidates) return undefined
    return { ...node, base: { type: 'Value', value: candidates }, expr: rewrite(node.expr, visit) }
  }
  return rewrite(tree, visit)
}

function candidatesFor(condition: ExprNode, lookup: Lookup): StoredDocument[] | undefined {
  const sets = conjuncts(condition)
    .map((part) => candidatesOf(part, lookup))
    .filter((set) => set !== undefined)
  return sets.sort((a, b) => a.length - b.length)[0]
}

function conjuncts(condition: ExprNode): ExprNode[] {
  if (condition.type === 'Group') return conjuncts(condition.base)
  if (condition.type === 'And') return [...conjuncts(condition.left), ...conjuncts(condition.right)]
  return [condition]
}

function candidatesOf(condition: ExprNode, lookup: Lookup): StoredDocument[] | undefined {
  if (condition.type === 'FuncCall' && condition.namespace === 'global' && condition.name === 'references') {
    const ids = condition.args.map(strings)
    return ids.every((known) => known !== undefined) ? lookup.byReference(ids.flat()) : undefined
  }
  if (condition.type !== 'OpCall' || (condition.op !== '==' && condition.op !== 'in')) return undefined
  const { left, right } = condition
  const flipped = condition.op === '==' && left.type === 'Value'
  const field = fieldName(flipped ? right : left)
  const values = strings(flipped ? left : right)
  if (!values) return undefined
  if (field === '_id') return lookup.byId(values)
  return field === '_type' ? lookup.byType(values) : undefined
}

function fieldName(node: ExprNode): string | undefined {
  const isOwnField = node.type === 'AccessAttribute' && (!node.base || node.base.type === 'This')
  return isOwnField ? node.name : undefined
}

/** The strings that a literal, or an array of literals, stands for; undefined for anything else. */
function strings(node: ExprNode): string[] | undefined {
  if (node.type === 'Value') {
    const values: unknown[] = Array.isArray(node.value) ? node.value : [node.value]
    return values.every((value) => typeof value === 'string') ? values : undefined
  }
  if (node.type !== 'Array') return undefined
  const parts = node.elements.map((element) => (element.isSplat ? undefined : strings(element.value)))
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}
