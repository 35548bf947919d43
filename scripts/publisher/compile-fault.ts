import { inspect } from 'node:util'
import { z } from 'zod'

/** Astro's errors say where in fields of their own; the bundler's say it in their messages. */
const withPlace = z.object({ loc: z.object({ file: z.string(), line: z.number().optional() }) })

/**
 * What is wrong with the sources, and where, for whoever wrote them: without the stack of the compiler, which is about
 * the compiler. Anything that names no place is shown whole.
 */
export function compileFault(error: unknown): string {
  if (!(error instanceof Error)) return inspect(error)
  const message = error.message
    .split('\n')
    .filter((line) => !/^\s+at\s/.test(line))
    .join('\n')
    .trim()
  const place = withPlace.safeParse(error).data?.loc
  if (place) return `${place.file}${place.line ? `:${place.line}` : ''}: ${message}`
  return /:\d+:\d+/.test(message) ? message : inspect(error)
}
