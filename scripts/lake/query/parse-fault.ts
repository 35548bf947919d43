import type { ApiError } from '../errors.ts'
import { queryParseError } from '../errors.ts'

/** The answer to a query that groq-js refuses to parse. */
export function parseFault(error: unknown, query: string): ApiError {
  if (error instanceof RangeError) return queryParseError('it is nested too deeply', query, 0)
  const message = error instanceof Error ? error.message : 'unknown error'
  if (error instanceof Error && 'position' in error && typeof error.position === 'number') {
    const description = message.replace(/^Syntax error in GROQ query at position \d+(: )?/, '')
    return queryParseError(description === '' ? 'syntax error' : description, query, error.position)
  }
  const name = /\b[Uu]ndefined [a-z ]+: (\w+)$/.exec(message)?.[1]
  const place = name === undefined ? -1 : query.search(new RegExp(`\\b${name}\\b`))
  if (name === undefined || place < 0) return queryParseError(message, query, 0)
  return queryParseError(message, query, place, place + name.length - 1)
}

/** @throws queryParseError for the first of these parameters that the query mentions and nobody has given */
export function requireParameters(names: ReadonlySet<string>, query: string): void {
  for (const { 0: found, index } of query.matchAll(stringsCommentsAndParameters)) {
    if (!found.startsWith('$') || !names.has(found.slice(1))) continue
    const description = `param ${found} referenced, but not provided`
    throw queryParseError(description, query, index, index + found.length - 1)
  }
}

const stringsCommentsAndParameters = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*|\$[A-Za-z_]\w*/g
