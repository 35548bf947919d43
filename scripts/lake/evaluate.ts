import { type ExprNode, evaluateSync, parse } from 'groq-js'
import type { StoredDocument } from './document.ts'
import { malformed, queryParseError } from './errors.ts'
import { type Lookup, narrow } from './narrow.ts'
import { organiser, projectId } from './project.ts'
import { expandTextSearch, textOf, textTarget } from './text-search.ts'

export type Parameters = Record<string, unknown>

/** What a query is asked of. */
export type Documents = {
  dataset: string
  all(): StoredDocument[]
  get(id: string): StoredDocument | undefined
  lookup?: Lookup
}

/** A query with its parameters filled in. */
export type ParsedQuery = { tree: ExprNode }

const maximumLength = 256 * 1024

/** @throws queryParseError where GROQ does not understand it */
export function parseQuery(query: string, params: Parameters): ParsedQuery {
  if (query.length > maximumLength) {
    throw malformed(`The query is ${query.length} characters long; ${maximumLength} are allowed`)
  }
  try {
    return { tree: expandTextSearch(parse(query, { params })) }
  } catch (error) {
    throw queryParseError(describe(error), query, positionOf(error))
  }
}

/** The JSON value of a query. Runs in this process and to its end. */
export function evaluateQuery({ tree }: ParsedQuery, documents: Documents): unknown {
  try {
    const narrowed = documents.lookup ? narrow(tree, documents.lookup) : tree
    const value = evaluateSync(narrowed, {
      dataset: documents.all(),
      identity: organiser.id,
      sanity: { projectId, dataset: documents.dataset },
      dereference: ({ _ref }) => {
        const described = textTarget(_ref)
        if (described === undefined) return documents.get(_ref)
        const document = documents.get(described)
        return document && { text: textOf(document) }
      },
    })
    return value.data ?? null
  } catch (error) {
    throw malformed(`The query cannot be evaluated by the local lake: ${describe(error)}`)
  }
}

function describe(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply'
  return error instanceof Error ? error.message : 'unknown error'
}

function positionOf(error: unknown): number {
  return error instanceof Error && 'position' in error && typeof error.position === 'number'
    ? error.position
    : 0
}
