import { age } from './age.ts'
import type { Edition } from './editions.ts'
import type { PressOptions } from './press.ts'

type ReportOptions = {
  /** Say for each page why it was written. */
  explain?: boolean
  /** How many pages were read for the search index. */
  indexed?: number
}

/** What an edition changed, in lines for people; what somebody has to do something about comes last. */
export function editionLines(edition: Edition, { explain = false, indexed }: ReportOptions = {}): string[] {
  const { pressed, refusals } = edition
  return [
    ...(explain ? explainedPages(edition) : addresses(pressed)),
    ...pulledLine(edition),
    `Pressed: ${pressed.rendered.length} of ${count(pressed.routes, 'address', 'addresses')} written, ${count(pressed.removed.length, 'file')} removed.`,
    ...(indexed === undefined
      ? []
      : [`Search: ${indexed > 0 ? `${count(indexed, 'recap')} read` : 'nothing to do'}.`]),
    ...pressed.warnings.map((warning) => `Mind: ${warning}`),
    ...refusals.flatMap(refusalLines),
  ]
}

function pulledLine({ pulled, pulledAt }: Edition): string[] {
  if (!pulled)
    return [`Not pulled: the content is that of ${pulledAt}, ${age(new Date(pulledAt), new Date())}.`]
  const { changed, removed, total } = pulled
  return [
    `Pulled: ${count(changed.length, 'document')} new or changed, ${removed.length} gone, ${total} in all.`,
  ]
}

const stands = {
  'left out': 'It is not on the site.',
  'older version': 'Its last good version stays on the site.',
  'as it is': 'It stays on the site without that.',
} as const

export function refusalLines({
  id,
  type,
  title,
  problems,
  stands: how,
  studio,
}: Edition['refusals'][number]): string[] {
  return [
    `Cannot be shown: the ${type} “${title}” (${id}), because:`,
    ...problems.map((problem) => `  ${problem}`),
    `  ${stands[how]} Mend it in the Studio and publish it again${studio === undefined ? '.' : `: ${studio}`}`,
  ]
}

function explainedPages({ pressed }: Edition): string[] {
  return [...pressed.reasons()].map(([path, reasons]) => `${path}: ${reasons.join('; ')}`)
}

/** The same for programs, as it is written to `report.json`; `pressed` is missing where nothing was to be written. */
export function editionReport({
  pulled,
  pulledAt,
  pressed,
  refusals,
}: Omit<Edition, 'pressed'> & { pressed: Edition['pressed'] | undefined }): object {
  return {
    pulled: pulled && {
      way: pulled.way,
      changed: pulled.changed,
      removed: pulled.removed,
      total: pulled.total,
    },
    pulledAt,
    pressed: pressed && {
      addresses: pressed.routes,
      whole: pressed.whole,
      rendered: Object.fromEntries(pressed.reasons()),
      removed: pressed.removed,
    },
    warnings: pressed?.warnings ?? [],
    refused: refusals,
  }
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
  const own = rendered.filter((path) => /^\/(?:recaps|authors|topics|events|venues)\/[^/]+\/$/.test(path))
  if (own.length === 0 || rendered.length === routes) return []
  const more = rendered.length - Math.min(own.length, 3)
  return [`On the site: ${own.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
