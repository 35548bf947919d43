import type { ExprNode } from 'groq-js'
import { ask } from './question.ts'
import { isNode } from './syntax-tree.ts'

/** A query, and the parts of it that have the same value wherever they are evaluated. */
export type SharedQuery = { tree: ExprNode; subqueries: ExprNode[] }

/**
 * `*[_id in *[_type == "a"].b._ref]` asks its inner query once for each document, and each level of nesting
 * multiplies. An inner query that does not look at the outer one becomes a question here, to be answered once.
 * The argument of the question is its place in `subqueries`.
 */
export function shareSubqueries(query: ExprNode): SharedQuery {
  const subqueries: ExprNode[] = []
  const needs = needsFinder()
  const visit = (part: unknown, isRepeated: boolean): unknown => {
    if (Array.isArray(part)) return part.map((item) => visit(item, isRepeated))
    if (!isNode(part) || part.type === 'Value') return part
    const { dataset, value, outer } = needs(part)
    if (isRepeated && isWorthSharing(part.type) && dataset && !value && !outer) {
      subqueries.push(visit(part, false) as ExprNode)
      return ask('subquery', { type: 'Value', value: String(subqueries.length - 1) })
    }
    const visited = Object.entries(part).map(([key, child]) => [
      key,
      visit(child, isRepeated || isPerElement(part.type, key)),
    ])
    return Object.fromEntries(visited)
  }
  return { tree: visit(query, false) as ExprNode, subqueries }
}

/** What makes something of the dataset. The parts of objects, arrays and order() are nodes too, but have no value. */
function isWorthSharing(type: string): boolean {
  const chain = [
    'Filter',
    'Map',
    'FlatMap',
    'Slice',
    'AccessElement',
    'AccessAttribute',
    'ArrayCoerce',
    'Deref',
  ]
  return [...chain, 'Projection', 'PipeFuncCall', 'FuncCall', 'OpCall'].includes(type)
}

/** Whether this part of a node is evaluated for each element of the array that the node works on. */
function isPerElement(type: string, key: string): boolean {
  if (type === 'PipeFuncCall') return key === 'args'
  return key === 'expr' && (type === 'Filter' || type === 'Map' || type === 'FlatMap')
}

/** What has to be known for a part of a query to have a value: the dataset, the value it stands in, those outside. */
type Needs = { dataset: boolean; value: boolean; outer: boolean }

const nothing: Needs = { dataset: false, value: false, outer: false }

function needsFinder(): (part: unknown) => Needs {
  const known = new WeakMap<object, Needs>()
  const find = (part: unknown): Needs => {
    if (Array.isArray(part)) return part.map(find).reduce(either, nothing)
    if (!isNode(part) || part.type === 'Value') return nothing
    const found = known.get(part) ?? ofNode(part)
    known.set(part, found)
    return found
  }
  const ofNode = (node: { type: string }): Needs => {
    const all = Object.values(node).map(find).reduce(either, nothing)
    if (node.type === 'Everything') return { ...all, dataset: true }
    if (node.type === 'Parent') return { ...all, outer: true }
    if (readsValue(node)) return { ...all, value: true }
    const makesScope = ['Filter', 'Map', 'FlatMap', 'Projection', 'PipeFuncCall'].includes(node.type)
    // Inside, the value is an element of the base.
    return makesScope && 'base' in node ? { ...all, value: find(node.base).value } : all
  }
  return find
}

function either(a: Needs, b: Needs): Needs {
  return { dataset: a.dataset || b.dataset, value: a.value || b.value, outer: a.outer || b.outer }
}

/** Functions of these namespaces look at nothing but their arguments. */
const plainNamespaces = ['string', 'array', 'math', 'pt', 'dateTime']
const globalsOfTheValue = ['references', 'anywhere', 'boost']

function readsValue(node: { type: string; base?: unknown; namespace?: unknown; name?: unknown }): boolean {
  if (node.type === 'This') return true
  if (node.type === 'AccessAttribute') return node.base === undefined
  if (node.type !== 'FuncCall') return false
  if (node.namespace === 'global') return globalsOfTheValue.some((name) => name === node.name)
  return !plainNamespaces.some((namespace) => namespace === node.namespace)
}
