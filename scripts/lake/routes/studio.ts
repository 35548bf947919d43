import { newRoutes, requireOrganiser, searchOf } from '../api.ts'
import type { Lake } from '../lake.ts'
import { organiser } from '../project.ts'
import { strongReferencesOf } from '../references.ts'

/** The small questions the Studio asks, each with the answer that leaves it in peace. */
export function studioRoutes(lake: Lake) {
  return newRoutes()
    .get('/ping', (context) => context.text('pong'))
    .get('/data/ping/:dataset', (context) => context.text('pong'))
    .get('/check/cors', (context) => context.json({ result: { allowed: true, withCredentials: true } }))
    .get('/auth/providers', (context) => context.json({ providers: [] }))
    .get('/auth/id', (context) => {
      requireOrganiser(context)
      return context.json({ id: organiser.id, expiry: 4102444800 })
    })
    .post('/auth/logout', (context) => context.json({}))
    .get('/features', (context) => context.json([]))
    .get('/help', (context) => context.json({ title: 'Help', sections: [] }))
    .get('/intake/telemetry-status', (context) => context.json({ status: 'denied' }))
    .post('/intake/*', (context) => context.json({}))
    .get('/journey/announcements', (context) => context.json([]))
    .get('/journey/*', (context) => context.json(null))
    .get('/schedules/*', (context) => context.json({ schedules: [] }))
    .get('/subscriptions/*', (context) => context.json({}))
    .get('/geoip/country', (context) => context.json({ countryCode: null }))
    .get('/access/requests/me', (context) => context.json([]))
    .get('/access/project/*', (context) => context.json([]))
    .get('/data/references/:dataset/documents/:id/to', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const id = context.req.param('id')
      const internal = searchOf(context).get('excludeInternalReferences') !== 'true'
      const referrers = internal ? dataset.referrers(id) : []
      const references = referrers.map((documentId) => {
        const document = dataset.get(documentId)
        return {
          documentId,
          datasetName: dataset.name,
          isStrong: document && strongReferencesOf(document).includes(id),
        }
      })
      return context.json({ totalCount: references.length, references })
    })
}
