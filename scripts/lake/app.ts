import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { getPath } from 'hono/utils/url'
import type { ApiEnvironment } from './api.ts'
import { bearerToken, viewerFor } from './auth.ts'
import { ApiError, httpError } from './errors.ts'
import type { Lake } from './lake.ts'
import { isDiskFull } from './problems.ts'
import { dataPath } from './resource-path.ts'
import { assetRoutes } from './routes/assets.ts'
import { datasetRoutes } from './routes/dataset-management.ts'
import { deliveryRoutes } from './routes/delivery.ts'
import { documentRoutes } from './routes/documents.ts'
import { historyRoutes } from './routes/history.ts'
import { mutationRoutes } from './routes/mutations.ts'
import { projectRoutes } from './routes/projects.ts'
import { queryRoutes } from './routes/query.ts'
import { streamRoutes } from './routes/streams.ts'
import { studioRoutes } from './routes/studio.ts'
import { userRoutes } from './routes/users.ts'

/** The lake as a function from a request to its answer. */
export function createApp(lake: Lake): Hono<ApiEnvironment> {
  const app = new Hono<ApiEnvironment>({ getPath: (request) => dataPath(getPath(request)) })
  app.use(async (context, next) => {
    const origin = context.req.header('origin')
    lake.origins.check({ host: context.req.header('host'), origin })
    if (context.req.method === 'OPTIONS') return preflight(lake, context.req.raw)
    await next()
    for (const [name, value] of Object.entries(lake.origins.headersFor(origin))) context.header(name, value)
    context.header('vary', 'origin', { append: true })
    context.header('x-content-type-options', 'nosniff')
    return undefined
  })
  app.route('/', deliveryRoutes(lake))
  app.use(`${version}/*`, async (context, next) => {
    context.set('viewer', viewerFor(bearerToken(context.req.header('authorization')), lake.token))
    await next()
  })
  const routes = [
    queryRoutes,
    documentRoutes,
    mutationRoutes,
    streamRoutes,
    historyRoutes,
    assetRoutes,
    userRoutes,
    projectRoutes,
    datasetRoutes,
    studioRoutes,
  ]
  for (const routesOf of routes) app.route(version, routesOf(lake))
  app.notFound((context) => {
    const route = `${context.req.method} ${context.req.path.slice(0, 200)}`
    return context.json(httpError(404, `The local lake has nothing at ${route}`).body, 404)
  })
  app.onError((error, context) => {
    const answer = error instanceof ApiError ? error : faultOf(error, lake)
    return context.json(answer.body, answer.status satisfies ContentfulStatusCode)
  })
  return app
}

/** `v1`, `vX` or a date, as Sanity has them. */
const version = '/:version{v(?:1|X|[0-9]+-[0-9]+-[0-9]+)}'

/** A fault of the lake's own is a 5xx: the Studio then keeps the organiser's edits and tries again. */
function faultOf(error: Error, lake: Lake): ApiError {
  if (isDiskFull(error)) {
    lake.report('The disk is full: a change could not be saved. Free some space; the Studio will try again.')
    return httpError(503, 'The disk is full: nothing was saved')
  }
  lake.report(`The lake could not answer a request: ${error.message}`)
  return httpError(500, 'The local lake could not answer this. Its own output says more.')
}

function preflight(lake: Lake, request: Request): Response {
  const headers = new Headers(lake.origins.headersFor(request.headers.get('origin')))
  headers.set('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE')
  headers.set('access-control-allow-headers', request.headers.get('access-control-request-headers') ?? '')
  headers.set('access-control-allow-private-network', 'true')
  headers.set('access-control-max-age', '600')
  headers.set('vary', 'origin, access-control-request-headers')
  return new Response(null, { status: 204, headers })
}
