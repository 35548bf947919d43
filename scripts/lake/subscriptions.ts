import { requireToken, type Viewer } from './auth.ts'
import { ApiError } from './errors.ts'
import { type ParsedQuery, parseQuery } from './evaluate.ts'
import { type Detach, formatEvent, type Sink } from './event-stream.ts'
import type { Lake } from './lake.ts'
import { groqParameters, groqQuery } from './query-parameters.ts'

/** What is the same for a subscription over HTTP and over a WebSocket. */
export type SubscriptionRequest = {
  dataset: string
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
  const query = tryParse(search)
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
    visibleTo: dataset.visibilityFor(viewer),
  }
  return (sink) => dataset.listeners.add(query, options, sink)
}

/** The bare news that something has changed. */
export function followLive(lake: Lake, { dataset, search, viewer }: SubscriptionRequest): Subscription {
  const { live } = lake.datasets.get(dataset)
  const includeDrafts = search.get('includeDrafts') === 'true'
  if (includeDrafts) requireToken(viewer)
  return (sink) => live.add(sink, { includeDrafts })
}

function tryParse(search: URLSearchParams): ParsedQuery | ApiError {
  try {
    return parseQuery(groqQuery(search), groqParameters(search))
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
