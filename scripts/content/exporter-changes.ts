import { assetIdOf, assetPathOf, isAssetId } from './asset-names.ts'
import type { ExportedDocument } from './documents-file.ts'
import { isObject, mapObjects } from './walk.ts'

/**
 * Sanity's exporter writes `_sanityAsset` in the place of an `asset` and forgets what else was in there, such as
 * `_weak`; and it leaves `null` out of arrays.
 * @returns false for a document that could not be made again from what it writes
 */
export function isCarriedByExporter(document: ExportedDocument): boolean {
  return isCarried(document)
}

function isCarried(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => item !== null && isCarried(item))
  if (!isObject(value)) return true
  if (shownAsset(value) !== undefined && !(isPlainReference(value.asset) && Object.keys(value).length > 1))
    return false
  return Object.values(value).every(isCarried)
}

/** The id of the asset that an object shows in its field `asset`. */
function shownAsset({ asset }: Record<string, unknown>): string | undefined {
  return isObject(asset) && typeof asset._ref === 'string' && isAssetId(asset._ref) ? asset._ref : undefined
}

function isPlainReference(asset: unknown): boolean {
  return isObject(asset) && asset._type === 'reference' && Object.keys(asset).length === 2
}

/**
 * The document as the exporter writes it, but with all that was in `asset` beside the id left there, where Sanity's
 * importer overwrites it and ours takes it up again.
 */
export function asExported(document: ExportedDocument): ExportedDocument {
  const copy = mapObjects(document, (object) => {
    const id = shownAsset(object)
    if (id === undefined || !isObject(object.asset)) return object
    const { _ref, ...asset } = object.asset
    return {
      ...object,
      _sanityAsset: `${id.startsWith('image-') ? 'image' : 'file'}@file://./${assetPathOf(id)}`,
      asset,
    }
  })
  return { ...copy, _id: document._id, _type: document._type }
}

/**
 * Undoes it for assets that no file will be there for.
 * @param exported entries of the assets that are exported
 */
export function withoutLostAssets(
  document: ExportedDocument,
  exported: { has(entry: string): boolean },
): ExportedDocument {
  const copy = mapObjects(document, (object) => {
    const { _sanityAsset, asset, ...rest } = object
    const {
      kind,
      entry,
      name = '',
    } = /^(?<kind>image|file)@file:\/\/\.\/(?<entry>\w+\/(?<name>.+))$/.exec(String(_sanityAsset))?.groups ??
    {}
    if (entry === undefined || exported.has(entry) || (kind !== 'image' && kind !== 'file')) return object
    return {
      ...rest,
      asset: { ...(isObject(asset) ? asset : { _type: 'reference' }), _ref: assetIdOf(kind, name) },
    }
  })
  return { ...copy, _id: document._id, _type: document._type }
}
