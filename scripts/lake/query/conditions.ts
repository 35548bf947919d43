import type { ExprNode } from 'groq-js'
import { type Probe, probeOf } from './probe.ts'

/** A part of a filter's condition for which there is an index. */
export type Probed = { condition: ExprNode; probe: Probe }

/** The parts of a condition that must all be true. */
export function conjuncts(condition: ExprNode): ExprNode[] {
  if (condition.type === 'Group') return conjuncts(condition.base)
  if (condition.type === 'And') return [...conjuncts(condition.left), ...conjuncts(condition.right)]
  return [condition]
}

export function and(left: ExprNode, right: ExprNode): ExprNode {
  return { type: 'And', left, right }
}

/** @param isInItem whether `^` in a condition is what `@` is around the filter */
export function probed(conditions: ExprNode[], isInItem: boolean): Probed[] {
  return conditions.flatMap((condition) => {
    const probe = probeOf(condition, isInItem)
    return probe ? [{ condition, probe }] : []
  })
}
