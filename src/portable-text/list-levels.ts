import type { Body } from './body.ts'

/**
 * Gives list items the levels at which they stand: one below the item that they belong to, however many levels were
 * skipped where they were written or pasted. A list that skips one would have an empty item there.
 */
export function withListLevels(body: Body): Body {
  let stored: number[] = []
  return body.map((block) => {
    if (block._type !== 'block' || block.listItem === undefined) {
      stored = []
      return block
    }
    const level = block.level ?? 1
    while ((stored.at(-1) ?? 0) > level) stored.pop()
    if ((stored.at(-1) ?? 0) < level) stored.push(level)
    return stored.length === level ? block : { ...block, level: stored.length }
  })
}
