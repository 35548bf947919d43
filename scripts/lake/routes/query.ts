import { z } from 'zod'
import { type ApiContext, apiVersionOf, newRoutes, searchOf } from '../api.ts'
import type { Parameters } from '../evaluate.ts'
import type { Lake } from '../lake.ts'
import { syncTag } from '../live.ts'
import { parseBody } from '../mutations.ts'
import { parsePerspective } from '../perspectives.ts'
import { groqParameters, groqQuery } from '../query-parameters.ts'
import { readJson } from '../request-body.ts'

const body = z.object({ query: z.string().min(1), params: z.record(z.string(), z.unknown()).default({}) })

/** `GET` and `POST /data/query/<dataset>` */
export function queryRoutes(lake: Lake) {
  const answer = (context: ApiContext, query: string, params: Parameters) => {
    const started = performance.now()
    const search = searchOf(context)
    const dataset = lake.datasets.get(context.req.param('dataset') ?? '')
    const visibility = dataset.visibilityFor(context.get('viewer'))
    const perspective = parsePerspective(search.getAll('perspective'), apiVersionOf(context))
    const result = dataset.query(query, params, perspective, visibility)
    const ms = Math.round(performance.now() - started)
    const withQuery = search.get('returnQuery') === 'false' ? {} : { query }
    return context.json({ ...withQuery, result, syncTags: [syncTag(dataset.name)], ms })
  }
  return newRoutes()
    .get('/data/query/:dataset', (context) => {
      const search = searchOf(context)
      return answer(context, groqQuery(search), groqParameters(search))
    })
    .post('/data/query/:dataset', async (context) => {
      const { query, params } = parseBody(body, await readJson(context.req.raw), 'request')
      return answer(context, query, params)
    })
}
