import type { ExprNode } from 'groq-js'

/**
 * A copy of a parsed query in which `replace` has had its say about every node, from the top down.
 * A node it answers for is taken as it is; for the others it returns undefined and is asked about their parts.
 */
export function rewrite(tree: ExprNode, replace: (node: ExprNode) => ExprNode | undefined): ExprNode {
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy)
    if (!isNode(part)) return part
    // Literal values are the writer's data and may look like nodes.
    if (part.type === 'Value') return part
    return replace(part) ?? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, copy(value)]))
  }
  return copy(tree) as ExprNode
}

/** A parsed query and everything in it, from the top down. */
export function* nodesOf(part: unknown): Iterable<ExprNode> {
  if (Array.isArray(part)) for (const item of part) yield* nodesOf(item)
  if (!isNode(part)) return
  yield part
  if (part.type !== 'Value') for (const child of Object.values(part)) yield* nodesOf(child)
}

export function isNode(part: unknown): part is ExprNode {
  return typeof part === 'object' && part !== null && 'type' in part
}
