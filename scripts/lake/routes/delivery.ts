import { type ApiContext, newRoutes, searchOf } from '../api.ts'
import { type AssetRequest, deliverFile, deliverImage } from '../assets/delivery.ts'
import type { Lake } from '../lake.ts'
import { projectId } from '../project.ts'

/** `GET /images/<project>/<dataset>/<file>` and `GET /files/…`; a name for people may follow the file's */
export function deliveryRoutes(lake: Lake) {
  return newRoutes()
    .get(`/images/${projectId}/:dataset/:name/:vanity?`, (context) =>
      deliverImage(requested(context), lake.files, lake.transforms),
    )
    .get(`/files/${projectId}/:dataset/:name/:vanity?`, (context) => {
      const request = requested(context)
      const [hash, extension] = request.name.split('.')
      const document = lake.datasets.get(request.dataset).get(`file-${hash}-${extension}`)
      const mimeType = typeof document?.mimeType === 'string' ? document.mimeType : 'application/octet-stream'
      return deliverFile(request, mimeType, lake.files)
    })
}

function requested(context: ApiContext): AssetRequest {
  return {
    dataset: context.req.param('dataset') ?? '',
    name: context.req.param('name') ?? '',
    query: searchOf(context),
    accept: context.req.header('accept') ?? '',
  }
}
