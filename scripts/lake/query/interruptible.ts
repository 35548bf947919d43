import type { ExprNode } from 'groq-js'
import { rewrite } from './syntax-tree.ts'

/**
 * The same query, with a call of `check` for every item of every list that it goes through. groq-js has no way to be
 * stopped, but it reads the value of a literal each time that it comes past one.
 */
export function interruptible(tree: ExprNode, check: () => void): ExprNode {
  const isStopped: ExprNode = {
    type: 'Value',
    get value() {
      check()
      return false
    },
  }
  const checked = (node: ExprNode): ExprNode => ({
    type: 'Select',
    alternatives: [{ type: 'SelectAlternative', condition: isStopped, value: isStopped }],
    fallback: prepared(node),
  })
  const prepared = (node: ExprNode): ExprNode =>
    rewrite(node, (part) => {
      switch (part.type) {
        case 'Filter':
        case 'Map':
        case 'FlatMap':
          return { ...part, base: prepared(part.base), expr: checked(part.expr) }
        case 'PipeFuncCall': {
          // What `score()` is given counts by its form.
          const prepare = part.name === 'order' ? sortedBy : prepared
          return { ...part, base: prepared(part.base), args: part.args.map(prepare) }
        }
        default:
          return undefined
      }
    })
  const sortedBy = (node: ExprNode): ExprNode =>
    node.type === 'Asc' || node.type === 'Desc' ? { ...node, base: sortedBy(node.base) } : checked(node)
  return prepared(tree)
}
