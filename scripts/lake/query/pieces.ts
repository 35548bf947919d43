import type { ExprNode } from 'groq-js'
import type { FilterNode } from './top.ts'

/** How many documents are looked at first; then twice as many, up to a limit. */
const firstPiece = 128
const largestPiece = 1024

/** What a query makes of a list of documents, item by item, so that it can be made of the list in pieces. */
export type Pipeline = (piece: ExprNode) => ExprNode

/**
 * @param list filters, scores and projections, one over the other, down to `filter`
 * @param condition what is left of that filter when its documents have been looked up
 * @param plan makes a part ready that stands within an item, seen from within it or, as `hidden`, from a projection
 */
export function pipelineOf(
  list: ExprNode,
  filter: FilterNode,
  condition: ExprNode | undefined,
  plan: (part: ExprNode, place: 'item' | 'hidden') => ExprNode,
): Pipeline {
  if (list === filter) {
    return (piece) => (condition ? { type: 'Filter', base: piece, expr: condition } : piece)
  }
  switch (list.type) {
    case 'Filter':
    case 'Map': {
      const base = pipelineOf(list.base, filter, condition, plan)
      const expr = plan(list.expr, list.type === 'Map' ? 'hidden' : 'item')
      return (piece) => ({ ...list, base: base(piece), expr })
    }
    case 'PipeFuncCall': {
      const base = pipelineOf(list.base, filter, condition, plan)
      const args = list.args.map((argument) => plan(argument, 'item'))
      return (piece) => ({ ...list, base: base(piece), args })
    }
    default:
      throw new Error(`A ${list.type} cannot be evaluated in pieces`)
  }
}

/** What comes out of a pipeline, piece by piece until it is enough; only that stays in memory. */
export function gather(
  candidates: unknown[],
  pipeline: Pipeline,
  enough: number,
  evaluate: (tree: ExprNode) => unknown,
): unknown[] {
  const found: unknown[] = []
  let size = firstPiece
  for (let from = 0; from < candidates.length && found.length < enough; ) {
    const items = evaluate(pipeline({ type: 'Value', value: candidates.slice(from, from + size) }))
    if (Array.isArray(items)) found.push(...items)
    from += size
    size = Math.min(size * 2, largestPiece)
  }
  return found
}
