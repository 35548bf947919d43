import { type ApiContext, newRoutes, requireOrganiser, searchOf } from '../api.ts'
import { parseMetadataParts } from '../assets/metadata-parts.ts'
import { largest, type Upload, uploadFile, uploadImage } from '../assets/upload.ts'
import type { Lake } from '../lake.ts'

/** `POST /assets/images/<dataset>` and `POST /assets/files/<dataset>`: the body is the file */
export function assetRoutes(lake: Lake) {
  return newRoutes()
    .post('/assets/images/:dataset', async (context) => receive(context, lake, largest.image, uploadImage))
    .post('/assets/files/:dataset', async (context) => receive(context, lake, largest.file, uploadFile))
}

async function receive(
  context: ApiContext,
  lake: Lake,
  limit: number,
  upload: typeof uploadImage,
): Promise<Response> {
  requireOrganiser(context)
  const dataset = lake.datasets.get(context.req.param('dataset') ?? '')
  const described = describe(context)
  const received = await lake.files.receive(context.req.raw, limit)
  try {
    return context.json({ document: await upload({ ...described, received }, dataset, lake.files) })
  } finally {
    await lake.files.discard(received)
  }
}

function describe(context: ApiContext): Omit<Upload, 'received'> {
  const search = searchOf(context)
  const given = (name: string) => search.get(name) ?? undefined
  const source = { id: given('sourceId'), name: given('sourceName'), url: given('sourceUrl') }
  return {
    contentType: context.req.header('content-type')?.split(';')[0],
    filename: given('filename'),
    parts: parseMetadataParts(search.getAll('meta')),
    fields: {
      label: given('label'),
      title: given('title'),
      description: given('description'),
      creditLine: given('creditLine'),
      source: source.id === undefined ? undefined : source,
    },
  }
}
