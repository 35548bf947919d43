import { type ApiContext, newRoutes, searchOf } from '../api.ts'
import { type AssetKind, assetIdFor } from '../assets/asset-name.ts'
import { type AssetRequest, deliverFile, deliverImage } from '../assets/delivery.ts'
import { bearerToken, requireToken, viewerFor } from '../auth.ts'
import type { Lake } from '../lake.ts'
import { projectId } from '../project.ts'

/** `GET /images/<project>/<dataset>/<file>` and `GET /files/…`; a name for people may follow the file's */
export function deliveryRoutes(lake: Lake) {
  return newRoutes()
    .get(`/images/${projectId}/:dataset/:name/:vanity?`, (context) =>
      deliverImage(requested(context, lake, 'image'), lake.files, lake.transforms),
    )
    .get(`/files/${projectId}/:dataset/:name/:vanity?`, (context) =>
      deliverFile(requested(context, lake, 'file'), lake.files),
    )
}

/** Anybody may ask, of a private dataset too: nobody can guess such an address. */
function requested(context: ApiContext, lake: Lake, kind: AssetKind): AssetRequest {
  const query = searchOf(context)
  if (query.has('dlRaw'))
    requireToken(viewerFor(bearerToken(context.req.header('authorization')), lake.token))
  const dataset = context.req.param('dataset') ?? ''
  const name = context.req.param('name') ?? ''
  const id = assetIdFor(kind, name)
  return {
    dataset,
    name,
    vanity: context.req.param('vanity'),
    query,
    document: id === undefined ? undefined : lake.datasets.get(dataset).get(id),
    raw: context.req.raw,
  }
}
