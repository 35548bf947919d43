import { type ApiContext, apiVersionOf, newRoutes, searchOf } from '../api.ts'
import type { Lake } from '../lake.ts'
import { followLive, listen, type SubscriptionRequest } from '../subscriptions.ts'

/** `GET /data/listen/<dataset>` and `GET /data/live/events/<dataset>`, as server-sent events */
export function streamRoutes(lake: Lake) {
  return newRoutes()
    .get('/data/listen/:dataset', (context) =>
      lake.streams.respond(listen(lake, subscriptionRequest(context, context.req.param('dataset')))),
    )
    .get('/data/live/events/:dataset', (context) =>
      lake.streams.respond(followLive(lake, subscriptionRequest(context, context.req.param('dataset')))),
    )
}

function subscriptionRequest(context: ApiContext, dataset: string): SubscriptionRequest {
  return {
    dataset,
    apiVersion: apiVersionOf(context),
    search: searchOf(context),
    viewer: context.get('viewer'),
    lastEventId: context.req.header('last-event-id'),
  }
}
