/** Where a heading skips a level (a heading 4 straight after a heading 2), as a message with the block's path. */
export function checkHeadings(blocks: readonly unknown[] | undefined) {
  let level = 1
  for (const block of blocks ?? []) {
    if (!isBlock(block)) continue
    const found = /^h([2-4])$/.exec(block.style ?? '')
    if (!found) continue
    const next = Number(found[1])
    if (next > level + 1) {
      return {
        message: `This heading skips a level: after ${describe(level)} comes a heading ${level + 1}, not ${next}.`,
        path: [{ _key: block._key }],
      }
    }
    level = next
  }
  return true
}

function describe(level: number): string {
  return level === 1 ? 'the title' : `a heading ${level}`
}

function isBlock(value: unknown): value is { _key: string; style?: string } {
  return typeof value === 'object' && value !== null && '_type' in value && value._type === 'block'
}
