import { type ExprNode, evaluateSync } from 'groq-js'
import { nodesOf } from './syntax-tree.ts'

/** The value of an expression made of literals, parameters and operators; undefined for any other. */
export function constantOf(expression: ExprNode | undefined): unknown {
  if (!expression) return undefined
  for (const { type } of nodesOf(expression)) {
    if (type !== 'Value' && type !== 'OpCall' && type !== 'Group') return undefined
  }
  return evaluateSync(expression).data
}
