import { newRoutes, requireOrganiser, searchOf } from '../api.ts'
import { documentAt, documentEvents, transactionLog } from '../history.ts'
import type { Lake } from '../lake.ts'

/** `GET /data/history/<dataset>/…`: what was, and who changed it */
export function historyRoutes(lake: Lake) {
  return newRoutes()
    .get('/data/history/:dataset/transactions/:ids', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const lines = transactionLog(dataset, context.req.param('ids').split(','), searchOf(context))
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
      return context.body(text, 200, { 'content-type': 'application/x-ndjson' })
    })
    .get('/data/history/:dataset/documents/:ids', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const search = searchOf(context)
      const moment = { revision: search.get('revision') ?? undefined, time: search.get('time') ?? undefined }
      const ids = context.req.param('ids').split(',')
      const documents = ids
        .map((id) => documentAt(dataset, id, moment))
        .filter((document) => document !== null)
      return context.json({ documents })
    })
    .get('/data/history/:dataset/events/documents/:id', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const limit = Number(searchOf(context).get('limit') ?? 100)
      const events = documentEvents(dataset, context.req.param('id')).reverse().slice(0, limit)
      return context.json({ events, nextCursor: '' })
    })
}
