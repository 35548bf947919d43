import {
  type Document,
  type EvaluateOptions,
  type ExprNode,
  evaluate,
  evaluateSync,
  parse,
  toJS,
} from 'groq-js'
import { ApiError, malformed } from '../errors.ts'
import { organiser, projectId } from '../project.ts'
import type { Documents } from './documents.ts'
import { replaceFunctions } from './functions.ts'
import { interruptible } from './interruptible.ts'
import { Lookups } from './lookups.ts'
import { parseFault, requireParameters } from './parse-fault.ts'
import { replacePaths } from './paths.ts'
import { plan } from './plan.ts'
import { questionIn } from './question.ts'
import { StoppedQuery } from './stopped-query.ts'
import { shareSubqueries } from './subqueries.ts'
import { nodesOf } from './syntax-tree.ts'
import { answerPhrase, expandTextSearch, textOf } from './text-search.ts'

export type Parameters = Record<string, unknown>

/** A query with its parameters filled in, in words that groq-js has. */
export type ParsedQuery = { tree: ExprNode }

const maximumLength = 256 * 1024

/** @throws ApiError where GROQ does not understand it, or where the lake lacks a function in it */
export function parseQuery(query: string, params: Parameters): ParsedQuery {
  if (query.length > maximumLength) {
    throw malformed(`The query is ${query.length} characters long; ${maximumLength} are allowed`)
  }
  try {
    const tree = parse(query, { params })
    // What had a value has become that value.
    const missing = [...nodesOf(tree)].filter((node) => node.type === 'Parameter').map((node) => node.name)
    requireParameters(new Set(missing), query)
    return { tree: replaceFunctions(replacePaths(expandTextSearch(tree))) }
  } catch (error) {
    throw error instanceof ApiError ? error : parseFault(error, query)
  }
}

/** The JSON value of a query, evaluated to its end: for queries that are known to be cheap. */
export function evaluateNow({ tree }: ParsedQuery, documents: Documents): unknown {
  try {
    const lookups = new Lookups()
    const planned = plan(tree, documents, lookups)
    const options = optionsFor(documents, lookups, { checkTime: () => undefined, answer: () => null })
    return toJS(evaluateSync(planned.tree, options))
  } catch (error) {
    throw evaluationFault(error)
  }
}

export type EvaluationLimits = {
  /** Called often while a query is evaluated; may throw StoppedQuery. */
  checkTime(): void
  /** Whether to begin with a query that looks at all documents for each one. */
  acceptsHeavy: boolean
}

/** How many items of lists are gone through between two looks at the clock. */
const itemsBetweenChecks = 16

/** The JSON value of a query. @throws StoppedQuery; ApiError */
export async function evaluateInTime(
  { tree }: ParsedQuery,
  documents: Documents,
  { checkTime, acceptsHeavy }: EvaluationLimits,
): Promise<unknown> {
  try {
    const lookups = new Lookups()
    const shared = shareSubqueries(tree)
    const pauses = needsPauses(tree)
    let items = 0
    const checkItem = () => {
      if (items++ % itemsBetweenChecks === 0) checkTime()
    }
    const evaluatePart = (part: ExprNode) => {
      checkTime()
      return evaluateSync(interruptible(part, checkItem), options).data
    }
    const planned = (part: ExprNode) => {
      const { tree, isHeavy } = plan(part, documents, lookups, pauses ? undefined : evaluatePart)
      return { tree: interruptible(tree, checkItem), isHeavy }
    }
    const main = planned(shared.tree)
    const subqueries = shared.subqueries.map(planned)
    if ([main, ...subqueries].some(({ isHeavy }) => isHeavy) && !acceptsHeavy) throw new StoppedQuery('heavy')
    const run = pauses ? evaluateWithPauses : evaluateSync
    const answers = new Map<number, unknown>()
    const answer = (place: number) => {
      const subquery = subqueries[place]
      if (subquery && !answers.has(place)) answers.set(place, dataOf(run(subquery.tree, options)))
      return answers.get(place)
    }
    const options = optionsFor(documents, lookups, { checkTime, answer })
    return toJS(await run(main.tree, options))
  } catch (error) {
    throw error instanceof StoppedQuery ? error : evaluationFault(error)
  }
}

/** groq-js compares states of documents only where it may pause. */
function needsPauses(tree: ExprNode): boolean {
  const namespaces = ['diff', 'delta']
  return [...nodesOf(tree)].some((node) => node.type === 'FuncCall' && namespaces.includes(node.namespace))
}

async function evaluateWithPauses(tree: ExprNode, options: EvaluateOptions) {
  return (await evaluate(tree, options)).asStatic()
}

type Evaluated = ReturnType<typeof evaluateSync>

function dataOf(value: Evaluated | Promise<Evaluated>): unknown {
  return value instanceof Promise ? value.then(({ data }) => data) : value.data
}

type Host = {
  checkTime(): void
  /** The value of a subquery by its place, evaluated at most once and only if somebody asks. */
  answer(place: number): unknown
}

function optionsFor(documents: Documents, lookups: Lookups, { checkTime, answer }: Host): EvaluateOptions {
  const find = (reference: string): unknown => {
    const found = lookups.resolve(reference)
    if (found) return found
    const question = questionIn(reference)
    if (!question) return documents.get(reference)
    const { about, argument } = question
    if (about === 'subquery') return asAnswer(answer(Number(argument)))
    if (about === 'phrase') return asAnswer(answerPhrase(argument))
    const document = documents.get(argument)
    return document && asAnswer(textOf(document))
  }
  return {
    // Every `*` has been replaced.
    dataset: [],
    identity: organiser.id,
    sanity: { projectId, dataset: documents.dataset },
    dereference: ({ _ref }) => {
      checkTime()
      // groq-js goes on with any value, though its types speak of documents.
      return find(_ref) as Document | undefined
    },
  }
}

function asAnswer(value: unknown): unknown {
  return value instanceof Promise ? value.then((answer: unknown) => ({ answer })) : { answer: value }
}

function evaluationFault(error: unknown): Error {
  if (error instanceof ApiError) return error
  const reason = error instanceof Error ? error.message : 'unknown error'
  return malformed(`The query cannot be evaluated by the local lake: ${excessIn(error) ?? reason}`)
}

/** What JavaScript has too much of, in words about the query. */
function excessIn(error: unknown): string | undefined {
  if (!(error instanceof RangeError)) return undefined
  return error.message.includes('call stack') ? 'it is nested too deeply' : 'a value in it grows too large'
}
