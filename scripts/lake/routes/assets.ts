import { type ApiContext, newRoutes, requireOrganiser, searchOf } from '../api.ts'
import { type Upload, uploadFile, uploadImage } from '../assets/upload.ts'
import type { Lake } from '../lake.ts'
import { maximumUpload, readBytes } from '../request-body.ts'

/** `POST /assets/images/<dataset>` and `POST /assets/files/<dataset>`: the body is the file */
export function assetRoutes(lake: Lake) {
  return newRoutes()
    .post('/assets/images/:dataset', async (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      return context.json({ document: await uploadImage(await uploadOf(context), dataset, lake.files) })
    })
    .post('/assets/files/:dataset', async (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      return context.json({ document: await uploadFile(await uploadOf(context), dataset, lake.files) })
    })
}

async function uploadOf(context: ApiContext): Promise<Upload> {
  const search = searchOf(context)
  const given = (name: string) => search.get(name) ?? undefined
  const source = { id: given('sourceId'), name: given('sourceName'), url: given('sourceUrl') }
  return {
    bytes: await readBytes(context.req.raw, maximumUpload),
    contentType: context.req.header('content-type')?.split(';')[0],
    filename: given('filename'),
    fields: {
      label: given('label'),
      title: given('title'),
      description: given('description'),
      creditLine: given('creditLine'),
      source: source.id === undefined ? undefined : source,
    },
  }
}
