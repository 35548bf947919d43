import { newRoutes, requireOrganiser, searchOf } from '../api.ts'
import { type DocumentEvent, documentEvents } from '../document-events.ts'
import { documentAt, transactionLog } from '../history.ts'
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
      const { limit, nextCursor: cursor } = parsePage(searchOf(context))
      const [id = ''] = parseIds(context.req.param('id'))
      const events = after(cursor, documentEvents(dataset, id))
      const page = events.slice(0, limit)
      const [last] = page.slice(-1)
      const nextCursor = last && events.length > limit ? cursorOf(last) : ''
      return context.json({ events: { [id]: page }, nextCursor })
    })
}

/** Stays right when newer events come. */
function cursorOf({ id, type }: DocumentEvent): string {
  return `${id}.${type}`
}

/** None where the event that the cursor stands for has been forgotten, and with it everything older. */
function after(cursor: string | undefined, events: DocumentEvent[]): DocumentEvent[] {
  if (!cursor) return events
  const index = events.findIndex((event) => cursorOf(event) === cursor)
  return index < 0 ? [] : events.slice(index + 1)
}
