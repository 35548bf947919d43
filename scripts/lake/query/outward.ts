import type { ExprNode } from 'groq-js'

/**
 * An expression from inside a filter as it reads outside of it, one `^` less; undefined where it says something about
 * the item that is filtered, or is of a kind that is not understood here.
 */
export function outward(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Value':
      return node
    case 'Parent':
      return node.n > 1 ? { type: 'Parent', n: node.n - 1 } : { type: 'This' }
    case 'AccessAttribute':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'Group': {
      const base = node.base && outward(node.base)
      return base && { ...node, base }
    }
    case 'Map':
    case 'FlatMap': {
      const base = outward(node.base)
      return base && isAboutItem(node.expr) ? { ...node, base } : undefined
    }
    default:
      return undefined
  }
}

/** Whether an expression looks at nothing but the item at hand. */
function isAboutItem(node: ExprNode): boolean {
  if (node.type === 'This') return true
  const steps = ['AccessAttribute', 'AccessElement', 'ArrayCoerce', 'Deref', 'Group']
  return steps.includes(node.type) && 'base' in node && node.base !== undefined && isAboutItem(node.base)
}
