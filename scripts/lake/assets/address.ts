import type { NewDocument, StoredDocument } from '../document.ts'

/**
 * The `url` of an asset's document starts with the lake's own address, which can change from start to start.
 * It is therefore not kept but made from `path` whenever a document enters memory.
 */
export class AssetAddresses {
  readonly #lakeUrl: string

  constructor(lakeUrl: string) {
    this.#lakeUrl = lakeUrl
  }

  add<Kind extends NewDocument>(document: Kind): Kind {
    return isAsset(document) ? { ...document, url: `${this.#lakeUrl}/${document.path}` } : document
  }

  remove(document: StoredDocument): StoredDocument {
    if (!isAsset(document)) return document
    // The key goes as well: patches of the history number the fields.
    const { url: _, ...rest } = document
    return rest
  }
}

function isAsset(document: NewDocument): boolean {
  const isAssetType = document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
  return isAssetType && typeof document.path === 'string'
}
