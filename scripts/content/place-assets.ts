import { assetKey } from './asset-files.ts'
import { parseReference } from './asset-reference.ts'
import type { ExportedDocument } from './documents-file.ts'
import { isObject, mapObjects } from './walk.ts'

export type AssetPlaces = {
  /** Ids of the assets by kind and path (`assetKey`). */
  ids: ReadonlyMap<string, string>
  /** New ids of assets that got another one than they had. */
  renamed: ReadonlyMap<string, string>
}

/**
 * A copy in which `_sanityAsset` has become a reference to the asset. Assets at an address elsewhere are left for the
 * importer to fetch.
 */
export function placeAssets(
  document: ExportedDocument,
  { ids, renamed }: AssetPlaces,
  folder: string,
): ExportedDocument {
  const copy = mapObjects(document, (object) => {
    if (typeof object._ref === 'string' && renamed.has(object._ref)) {
      return { ...object, _ref: renamed.get(object._ref) }
    }
    if (!('_sanityAsset' in object)) return object
    const reference = parseReference(object._sanityAsset, document._id, folder)
    if ('address' in reference) return object
    const { _sanityAsset, asset, ...rest } = object
    const isBare = Object.keys(rest).length === 0 && asset === undefined
    return {
      ...(isBare ? { _type: reference.kind } : rest),
      asset: {
        ...(isObject(asset) ? asset : { _type: 'reference' }),
        _ref: ids.get(assetKey(reference.kind, reference.path)),
      },
    }
  })
  return { ...copy, _id: document._id, _type: document._type }
}
