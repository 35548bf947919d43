import type { Settings } from '../env.ts'
import { type DocumentsAnswer, documentsIn, faultIn, resultIn } from './answer.ts'
import { askOverHttp, type HttpAnswer, type HttpQuestion } from './http.ts'
import { LakeFault } from './lake-fault.ts'

/** The version of Sanity's API that every request names; later changes of the API do not reach us unasked. */
export const apiVersion = '2026-03-01'

/** Milliseconds after which an answer is not waited for any longer. */
export const requestTimeout = 20_000

/**
 * Asks a lake for what is published, over Sanity's HTTP API. The site's programs ask with nothing but this: of
 * @sanity/client a pull would need two requests, without its retries (which pass over `Retry-After`), and would pay for
 * loading it at every start. Both ask once, and throw LakeFault where there is no answer, also where the signal ends the
 * request.
 */
export type LakeClient = {
  /** Which project, which dataset, at which address; for messages. */
  readonly place: string
  /** The result of one query. */
  query(query: string, params: Record<string, unknown>, options: RequestOptions): Promise<unknown>
  /** Documents by their ids, which the lake need not search for. */
  documents(ids: readonly string[], options: RequestOptions): Promise<DocumentsAnswer>
}

/** @param date milliseconds since 1970 */
export type RequestOptions = { signal: AbortSignal; date: number }

/** A client that reads what is published, never from the API's CDN, which can be a step behind a publish. */
export function createLakeClient({ projectId, dataset, apiHost, token }: Settings['sanity']): LakeClient {
  const host = apiHost ?? `https://${projectId}.api.sanity.io`
  const data = `${host}/v${apiVersion}/data`
  const headers = {
    'content-type': 'application/json',
    'x-sanity-project-id': projectId,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  return {
    place: `project “${projectId}”, dataset “${dataset}”, at ${host}`,
    query: (query, params, options) =>
      send(`${data}/query/${dataset}?perspective=published&returnQuery=false`, options, resultIn, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, params }),
      }),
    documents: (ids, options) =>
      send(`${data}/doc/${dataset}/${ids.map(encodeURIComponent).join(',')}`, options, documentsIn, {
        method: 'GET',
        headers,
      }),
  }
}

async function send<T>(
  url: string,
  { signal, date }: RequestOptions,
  contentOf: (answer: HttpAnswer) => T,
  question: Omit<HttpQuestion, 'signal'>,
): Promise<T> {
  const answer = await answerTo(url, { ...question, signal })
  if (answer.status >= 200 && answer.status < 300) return contentOf(answer)
  throw faultIn(answer, date)
}

async function answerTo(url: string, question: HttpQuestion): Promise<HttpAnswer> {
  try {
    return await askOverHttp(url, question)
  } catch (cause) {
    if (question.signal.aborted) throw new LakeFault('no whole answer came in time', true, 0, { cause })
    throw new LakeFault(`no answer came (${reasonOf(cause)})`, !isNobodyThere(cause), 0, { cause })
  }
}

/** Where a name has several addresses, the first that failed says why. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** Nobody listens at that address, or there is no such name: waiting does not help. */
function isNobodyThere(error: unknown): boolean {
  const text = reasonOf(error)
  return text.includes('ECONNREFUSED') || text.includes('ENOTFOUND')
}
