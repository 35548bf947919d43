import { malformed } from './errors.ts'
import { checkJson } from './json-limits.ts'
import type { Parameters } from './query/evaluate.ts'

/** The parameters of a GROQ query in an address: `$name` with a JSON value each. */
export function groqParameters(search: URLSearchParams): Parameters {
  const pairs = [...search].filter(([name]) => name.startsWith('$'))
  return Object.fromEntries(pairs.map(([name, value]) => [name.slice(1), parseValue(name, value)]))
}

function parseValue(name: string, text: string): unknown {
  const value = parseJson(name, text)
  checkJson({ [name.slice(1)]: value })
  return value
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed(`Unable to parse value of "${name}=${text.slice(0, 200)}". Please quote string values.`)
  }
}

/** The query itself. @throws 400 where there is none */
export function groqQuery(search: URLSearchParams): string {
  const query = search.get('query')
  if (!query) throw malformed('The parameter "query" is missing')
  return query
}
