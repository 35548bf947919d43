import { newRoutes, requireOrganiser, searchOf } from '../api.ts'
import { documentAt, documentEvents, transactionLog } from '../history.ts'
import { parseIds, parseMoment, parsePage, parseTransactionParameters } from '../history-parameters.ts'
import type { Lake } from '../lake.ts'

/** `GET /data/history/<dataset>/…`: what was, and who changed it */
export function historyRoutes(lake: Lake) {
  return newRoutes()
    .get('/data/history/:dataset/transactions/:ids', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const wanted = parseTransactionParameters(searchOf(context))
      const lines = transactionLog(dataset, parseIds(context.req.param('ids')), wanted)
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
      return context.body(text, 200, { 'content-type': 'application/x-ndjson' })
    })
    .get('/data/history/:dataset/documents/:ids', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const moment = parseMoment(searchOf(context))
      const documents = parseIds(context.req.param('ids'))
        .map((id) => documentAt(dataset, id, moment))
        .filter((document) => document !== null)
      return context.json({ documents })
    })
    .get('/data/history/:dataset/events/documents/:id', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const { limit } = parsePage(searchOf(context))
      const [id = ''] = parseIds(context.req.param('id'))
      const events = documentEvents(dataset, id).reverse().slice(0, limit)
      return context.json({ events, nextCursor: '' })
    })
}
