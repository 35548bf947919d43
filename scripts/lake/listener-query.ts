import { type ExprNode, parse } from 'groq-js'
import { malformed } from './errors.ts'

/**
 * What a listener's query says about one document: its filters. As in the hosted lake, projections, orders and slices
 * around them are ignored and there are no joins over all documents. It runs for every listener at every change, on
 * the thread that answers requests, so it may not be expensive either.
 * @throws 400 for a query that is none for listeners
 */
export function listenerFilter(tree: ExprNode): ExprNode {
  const filter = documentFilter(tree)
  checkCost(filter)
  return filter
}

/** The same filter without drafts and versions. */
export function publishedOnly(filter: ExprNode): ExprNode {
  return { ...published, base: filter }
}

const published = parse('*[!(_id in path("drafts.**") || _id in path("versions.**"))]') as FilterNode

/** Characters, as the hosted lake's addresses have. */
export const maximumListenerQuery = 16 * 1024

/** Lists within the items of lists, where each begins in the item that the one around it is at: linear together. */
const maximumDepth = 8
/** Lists within the items of lists that begin elsewhere: each multiplies the work by its length. */
const maximumFactors = 2

function documentFilter(node: ExprNode): ExprNode {
  switch (node.type) {
    case 'Everything':
      return node
    case 'Filter':
      return { ...node, base: documentFilter(node.base) }
    case 'Map':
    case 'FlatMap':
    case 'Projection':
    case 'PipeFuncCall':
    case 'Slice':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'Group':
      return documentFilter(node.base)
    case 'AccessAttribute':
      if (node.base) return documentFilter(node.base)
      break
  }
  throw malformed('The query of a listener has to be a filter, as *[_type == "recap"]')
}

function checkCost(filter: ExprNode): void {
  if (filter.type !== 'Filter') return
  checkCost(filter.base)
  visit(filter.expr, { depth: 0, factors: 0 })
}

function visit(part: unknown, within: { depth: number; factors: number }): void {
  if (Array.isArray(part)) {
    for (const item of part) visit(item, within)
    return
  }
  if (!isNode(part) || part.type === 'Value') return
  if (part.type === 'Everything')
    throw malformed('The query of a listener may not look at other documents with *')
  const inside = isTraversal(part)
    ? { depth: within.depth + 1, factors: within.factors + (beginsAtItem(part.base) ? 0 : 1) }
    : within
  if (inside.depth > maximumDepth || inside.factors > maximumFactors) {
    throw malformed('The query of a listener may not have lists nested so deeply')
  }
  const { type: _type, ...parts } = part
  for (const [name, value] of Object.entries(parts)) visit(value, name === 'base' ? within : inside)
}

type FilterNode = Extract<ExprNode, { type: 'Filter' }>
type Traversal = Extract<ExprNode, { type: 'Filter' | 'Map' | 'FlatMap' | 'PipeFuncCall' }>

function isTraversal(node: ExprNode): node is Traversal {
  return ['Filter', 'Map', 'FlatMap', 'PipeFuncCall'].includes(node.type)
}

/** Whether a list is the item's own and not one that is the same for every item. */
function beginsAtItem(node: ExprNode): boolean {
  if (node.type === 'This') return true
  if (node.type === 'AccessAttribute' && !node.base) return true
  return 'base' in node && node.base !== undefined && beginsAtItem(node.base)
}

function isNode(part: unknown): part is ExprNode {
  return typeof part === 'object' && part !== null && 'type' in part
}
