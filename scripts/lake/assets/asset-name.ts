/** What the file of an asset is called in its folder and in its address: hash, size of a picture, extension. */
const form = /^([0-9a-f]{40})(-\d+x\d+)?\.([a-z0-9]{1,10})$/

export type AssetKind = 'image' | 'file'

export function isAssetName(name: string): boolean {
  return form.test(name)
}

/** The SHA-1 of the bytes, in hexadecimal digits. */
export function hashIn(name: string): string {
  return name.slice(0, 40)
}

/** The id of the one document that stands for a file of this name; undefined where no file is called so. */
export function assetIdFor(kind: AssetKind, name: string): string | undefined {
  const [, hash, size, extension] = form.exec(name) ?? []
  if (!hash || (kind === 'image') !== (size !== undefined)) return undefined
  return `${kind}-${hash}${size ?? ''}-${extension}`
}

/** The name of the file that a document with this id stands for; undefined where that is no asset's id. */
export function nameForAssetId(id: string): string | undefined {
  const name = /^(?:image|file)-(.+)-([a-z0-9]+)$/.exec(id)?.slice(1).join('.')
  return name !== undefined && isAssetName(name) ? name : undefined
}
