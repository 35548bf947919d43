import { newRoutes, requireOrganiser, searchOf } from '../api.ts'
import { isVisible as isIdVisible, isValidId, publishedId, type StoredDocument } from '../document.ts'
import { malformed } from '../errors.ts'
import type { Lake } from '../lake.ts'

/** `GET /data/doc/<dataset>/<ids>` and `GET /data/export/<dataset>` */
export function documentRoutes(lake: Lake) {
  return newRoutes()
    .get('/data/doc/:dataset/:ids', (context) => {
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const search = searchOf(context)
      const ids = context.req.param('ids').split(',')
      const malformedId = ids.find((id) => !isValidId(id))
      if (malformedId !== undefined) throw malformed(`Malformed document ID: "${malformedId.slice(0, 200)}"`)
      const visibility = dataset.visibilityFor(context.get('viewer'))
      const isVisible = (id: string) => isIdVisible(id, visibility)
      const allVersions = search.get('includeAllVersions') === 'true'
      const lookUp = (id: string) =>
        allVersions
          ? dataset.versionsOf(publishedId(id)).filter((version) => isVisible(version._id))
          : [isVisible(id) ? dataset.get(id) : undefined].filter((document) => document !== undefined)
      const found = ids.map((id) => ({ id, documents: lookUp(id) }))
      const documents = found.flatMap((one) => one.documents)
      const omitted = found
        .filter((one) => one.documents.length === 0)
        .map(({ id }) => ({ id, reason: isVisible(id) ? 'existence' : 'permission' }))
      const isContentWanted = search.get('excludeContent') !== 'true'
      return context.json({ documents: isContentWanted ? documents : documents.map(withoutContent), omitted })
    })
    .get('/data/export/:dataset', (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const types = searchOf(context).get('types')?.split(',')
      const documents = dataset.all().filter(({ _type }) => !types || types.includes(_type))
      return new Response(ndjson(documents), { headers: { 'content-type': 'application/x-ndjson' } })
    })
}

function withoutContent({ _id, _type, _rev, _createdAt, _updatedAt }: StoredDocument): object {
  return { _id, _type, _rev, _createdAt, _updatedAt }
}

/** Characters that are sent at once: a document by itself is so short that most of the time would go into sending. */
const pieceLength = 64 * 1024

function ndjson(documents: IteratorObject<StoredDocument, unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const nextPiece = () => {
    let piece = ''
    while (piece.length < pieceLength) {
      const { value, done } = documents.next()
      if (done) break
      piece += `${JSON.stringify(value)}\n`
    }
    return piece
  }
  return new ReadableStream({
    pull(controller) {
      const piece = nextPiece()
      if (piece === '') controller.close()
      else controller.enqueue(encoder.encode(piece))
    },
    cancel: () => void documents.return?.(),
  })
}
