import type { Edition } from './editions.ts'
import type { PressOptions } from './press.ts'

/** What an edition changed, in a few lines for people. */
export function editionLines({ pulled, refusals, pressed }: Edition): string[] {
  const lines = [
    ...addresses(pressed),
    ...(pulled
      ? [
          `Pulled: ${count(pulled.changed.length, 'document')} new or changed, ${pulled.removed.length} gone, ${pulled.total} in all.`,
        ]
      : []),
    `Pressed: ${pressed.rendered.length} of ${count(pressed.routes, 'address', 'addresses')} written, ${count(pressed.removed.length, 'file')} removed.`,
  ]
  for (const refusal of refusals)
    lines.push(
      `Set aside: the ${refusal.type} “${refusal.title}” (${refusal.id}), because:`,
      ...refusal.problems.map((problem) => `  ${problem}`),
      '  Its last good version, if there was one, stays on the site. Mend it in the Studio and publish it again.',
    )
  return [...lines, ...pressed.warnings.map((warning) => `Mind: ${warning}`)]
}

/** Reports progress of long steps, every other second for each, and nothing of short ones. */
export function progressLog(write: (line: string) => void): NonNullable<PressOptions['onProgress']> {
  const last = new Map<string, number>()
  return (step, done, total) => {
    const now = performance.now()
    const before = last.get(step)
    if (before === undefined || done === 1) last.set(step, now)
    if (before === undefined || done === 1 || now - before < 2000 || done === total) return
    last.set(step, now)
    write(`${step}: ${done} of ${total}`)
  }
}

/** The pages that a change was about; lists and neighbours, which change with them, go without saying. */
function addresses({ rendered, routes }: Edition['pressed']): string[] {
  const own = rendered.filter((path) => /^\/(?:recaps|authors|topics)\/[^/]+\/$/.test(path))
  if (own.length === 0 || rendered.length === routes) return []
  const more = rendered.length - Math.min(own.length, 3)
  return [`On the site: ${own.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
