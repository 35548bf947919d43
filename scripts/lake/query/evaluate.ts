import { type Document, type ExprNode, evaluate, evaluateSync, parse, toJS } from 'groq-js'
import type { StoredDocument } from '../document.ts'
import { malformed, queryParseError } from '../errors.ts'
import { organiser, projectId } from '../project.ts'
import type { Documents } from './documents.ts'
import type { Lookups } from './lookups.ts'
import { plan } from './plan.ts'
import { QueryTooLate } from './query-too-late.ts'
import { expandTextSearch, textOf, textTarget } from './text-search.ts'

export type Parameters = Record<string, unknown>

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

/** The JSON value of a query, evaluated to its end: for queries that are known to be cheap. */
export function evaluateNow({ tree }: ParsedQuery, documents: Documents): unknown {
  return withErrors(() => {
    const planned = plan(tree, documents)
    return toJS(
      evaluateSync(
        planned.tree,
        contextOf(documents, planned.lookups, () => undefined),
      ),
    )
  })
}

/**
 * The JSON value of a query.
 * @param checkTime called often while it is evaluated; may throw QueryTooLate
 * @param acceptsHeavy whether to begin with a query that looks at all documents for each one
 * @throws QueryTooLate
 */
export async function evaluateInTime(
  { tree }: ParsedQuery,
  documents: Documents,
  { checkTime, acceptsHeavy }: { checkTime: () => void; acceptsHeavy: boolean },
): Promise<unknown> {
  const planned = withErrors(() => plan(tree, documents))
  if (planned.isHeavy && !acceptsHeavy) throw new QueryTooLate()
  const context = contextOf(documents, planned.lookups, checkTime)
  if (!needsAsync(tree)) return withErrors(() => toJS(evaluateSync(planned.tree, context)))
  const value = await evaluate(planned.tree, context)
  return toJS(await value.asStatic())
}

function contextOf(documents: Documents, lookups: Lookups, checkTime: () => void) {
  return {
    // Every `*` has been replaced.
    dataset: [],
    identity: organiser.id,
    sanity: { projectId, dataset: documents.dataset },
    dereference: ({ _ref }: { _ref: string }) => {
      checkTime()
      const found: unknown =
        lookups.resolve(_ref) ?? describedDocument(_ref, documents) ?? documents.get(_ref)
      // groq-js goes on with any value, though its types speak of documents.
      return found as Document | undefined
    },
  }
}

function describedDocument(reference: string, documents: Documents): { text: string } | undefined {
  const described = textTarget(reference)
  const document: StoredDocument | undefined = described === undefined ? undefined : documents.get(described)
  return document && { text: textOf(document) }
}

/** groq-js compares versions of documents in its asynchronous evaluation only. */
function needsAsync(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(needsAsync)
  if (typeof part !== 'object' || part === null) return false
  if ('type' in part && part.type === 'Value') return false
  if ('namespace' in part && (part.namespace === 'diff' || part.namespace === 'delta')) return true
  return Object.values(part).some(needsAsync)
}

function withErrors<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw error instanceof QueryTooLate ? error : evaluationError(error)
  }
}

function evaluationError(error: unknown): Error {
  return malformed(`The query cannot be evaluated by the local lake: ${describe(error)}`)
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
