import { type ExprNode, Path } from 'groq-js'
import { constantOf } from './constant.ts'
import { rewrite } from './syntax-tree.ts'

/** A pattern of ids: `*` is one part between dots, `**` any number of them. */
class IdPattern extends Path {
  readonly #parts: RegExp

  constructor(pattern: string) {
    super(pattern)
    const parts = pattern.split('.').map((part) => wildcards.get(part) ?? part.replace(/\W/g, '\\$&'))
    this.#parts = new RegExp(`^${parts.join('\\.')}$`)
  }

  override matches(id: string): boolean {
    return this.#parts.test(id)
  }
}

const wildcards = new Map([
  ['*', '[^.]+'],
  ['**', '.*'],
])

/**
 * In groq-js any character will do for the dot in `path("drafts.**")`, so `draftsman` would be a draft; and it does
 * not compare one path with another. Patterns that are the same for each document are replaced by right ones.
 */
export function replacePaths(tree: ExprNode): ExprNode {
  return rewrite(tree, (node) => {
    const pattern = patternOf(node)
    if (pattern !== undefined) return { type: 'Value', value: new IdPattern(pattern) }
    if (node.type !== 'OpCall' || node.op !== 'in' || !isPath(node.left) || !isPath(node.right))
      return undefined
    const [id = node.left] = node.left.args
    return { ...node, left: replacePaths(id), right: replacePaths(node.right) }
  })
}

function isPath(node: ExprNode): node is Extract<ExprNode, { type: 'FuncCall' }> {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
}

function patternOf(node: ExprNode): string | undefined {
  const pattern = isPath(node) ? constantOf(node.args[0]) : undefined
  return typeof pattern === 'string' ? pattern : undefined
}
