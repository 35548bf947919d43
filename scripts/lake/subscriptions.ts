import { hasReleases } from './api-version.ts'
import { requireToken, type Viewer } from './auth.ts'
import { ApiError, malformed } from './errors.ts'
import { type Detach, formatEvent, type Sink } from './event-stream.ts'
import type { Lake } from './lake.ts'
import { listenerFilter, maximumListenerQuery, publishedOnly } from './listener-query.ts'
import { type ParsedQuery, parseQuery } from './query/evaluate.ts'
import { groqParameters, groqQuery } from './query-parameters.ts'

/** What is the same for a subscription over HTTP and over a WebSocket. */
export type SubscriptionRequest = {
  dataset: string
  /** Without the leading v. */
  apiVersion: string
  search: URLSearchParams
  viewer: Viewer
  lastEventId?: string
}

/** Starts to send to a sink, and returns how to stop. */
export type Subscription = (sink: Sink) => Detach

/** Changes to the documents that match a query. A query that is wrong is told in the stream, as the API does. */
export function listen(lake: Lake, request: SubscriptionRequest): Subscription {
  const { search, viewer, lastEventId } = request
  const dataset = lake.datasets.get(request.dataset)
  const query = tryParse(request)
  if (query instanceof ApiError) {
    return (sink) => {
      sink.send(formatEvent({ event: 'channelError', data: query.body }))
      return () => undefined
    }
  }
  const options = {
    includeResult: search.get('includeResult') === 'true',
    includePreviousRevision: search.get('includePreviousRevision') === 'true',
    includeMutations: search.get('includeMutations') !== 'false',
    effects: search.get('effectFormat') === 'mendoza',
    visibility: search.get('visibility') === 'query' ? ('query' as const) : ('transaction' as const),
    enableResume: search.get('enableResume') === 'true',
    lastEventId,
    visibleTo: dataset.visibilityFor(viewer, includesAllVersions(search) ? undefined : request.apiVersion),
  }
  return (sink) => dataset.listeners.add(query, options, sink)
}

/** The bare news that something has changed. */
export function followLive(lake: Lake, request: SubscriptionRequest): Subscription {
  const { search, viewer, lastEventId } = request
  const { live } = lake.datasets.get(request.dataset)
  // The second and third are names for more than drafts, which the lake does not tell apart from them.
  const names = ['includeDrafts', 'includeAllDocuments', 'includeAllVersions']
  const includeDrafts = names.some((name) => search.get(name) === 'true')
  if (includeDrafts) requireToken(viewer)
  return (sink) => live.add(sink, { includeDrafts, lastEventId })
}

function includesAllVersions(search: URLSearchParams): boolean {
  return search.get('includeAllVersions') === 'true'
}

function tryParse({ search, apiVersion }: SubscriptionRequest): ParsedQuery | ApiError {
  try {
    const query = groqQuery(search)
    if (query.length > maximumListenerQuery) {
      throw malformed(`The query of a listener may have ${maximumListenerQuery} characters at most`)
    }
    const filter = listenerFilter(parseQuery(query, groqParameters(search)).tree)
    const isPublishedOnly = hasReleases(apiVersion) && !includesAllVersions(search)
    return { tree: isPublishedOnly ? publishedOnly(filter) : filter }
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
