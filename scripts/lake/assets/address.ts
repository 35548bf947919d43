type Document = { _type: string; [field: string]: unknown }

/**
 * The `url` of an asset's document starts with the lake's own address, which can change from start to start.
 * It is therefore not kept but made from `path` whenever a document enters memory.
 */
export class AssetAddresses {
  readonly #lakeUrl: string

  constructor(lakeUrl: string) {
    this.#lakeUrl = lakeUrl
  }

  add<Kind extends Document>(document: Kind): Kind {
    return isAsset(document) ? { ...document, url: `${this.#lakeUrl}/${document.path}` } : document
  }

  remove<Kind extends Document>(document: Kind): Kind {
    return isAsset(document) ? { ...document, url: undefined } : document
  }
}

function isAsset(document: Document): boolean {
  const isAssetType = document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
  return isAssetType && typeof document.path === 'string'
}
