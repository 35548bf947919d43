import { z } from 'zod'
import { type ApiContext, apiVersionOf, newRoutes, searchOf } from '../api.ts'
import { checkJson } from '../json-limits.ts'
import type { Lake } from '../lake.ts'
import { syncTag } from '../live.ts'
import { parseBody } from '../mutations.ts'
import { parsePerspective } from '../perspectives.ts'
import type { Parameters } from '../query/evaluate.ts'
import { takeJson } from '../query/json-answer.ts'
import { groqParameters, groqQuery } from '../query-parameters.ts'
import { readJson } from '../request-body.ts'

const body = z.object({ query: z.string().min(1), params: z.record(z.string(), z.unknown()).default({}) })

/** `GET` and `POST /data/query/<dataset>` */
export function queryRoutes(lake: Lake) {
  const answer = async (context: ApiContext, query: string, params: Parameters) => {
    const started = performance.now()
    const search = searchOf(context)
    const dataset = lake.datasets.get(context.req.param('dataset') ?? '')
    const apiVersion = apiVersionOf(context)
    const visibility = dataset.visibilityFor(context.get('viewer'), apiVersion)
    const perspective = parsePerspective(search.getAll('perspective'), apiVersion)
    const question = { query, params, perspective, visibility }
    const result = await dataset.query(question, context.req.raw.signal)
    const ms = Math.round(performance.now() - started)
    const withQuery = search.get('returnQuery') === 'false' ? {} : { query }
    const rest = JSON.stringify({ ...withQuery, syncTags: [syncTag(dataset.name)], ms })
    // The result is JSON already, and may be large.
    const [start, end] = [Buffer.from('{"result":'), Buffer.from(`,${rest.slice(1)}`)]
    const isShort = result.pieces.length === 1
    const body = isShort
      ? Buffer.concat([start, ...result.pieces, end])
      : streamOf(start, takeJson(result), end)
    return context.body(body, 200, { 'content-type': 'application/json' })
  }
  return newRoutes()
    .get('/data/query/:dataset', (context) => {
      const search = searchOf(context)
      return answer(context, groqQuery(search), groqParameters(search))
    })
    .post('/data/query/:dataset', async (context) => {
      const given = await readJson(context.req.raw)
      checkJson(given)
      const { query, params } = parseBody(body, given, 'request')
      return answer(context, query, params)
    })
}

function streamOf(
  start: Uint8Array,
  pieces: AsyncGenerator<Uint8Array>,
  end: Uint8Array,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(start),
    async pull(controller) {
      const { value, done } = await pieces.next()
      controller.enqueue(done ? end : value)
      if (done) controller.close()
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
