export type AssetKind = 'image' | 'file'

const shapes: [kind: AssetKind, name: RegExp, id: (parts: string[]) => string][] = [
  // A picture's extension is what it was found to be; only a file's may have digits in it.
  ['image', /^([0-9a-f]{40}-\d+x\d+)\.([a-z]+)$/, ([rest, extension]) => `image-${rest}-${extension}`],
  ['file', /^([0-9a-f]{40}-[a-z0-9]*\d[a-z0-9]*)\.bin$/, ([rest]) => `file-${rest}`],
  ['file', /^([0-9a-f]{40})\.([a-z]+)$/, ([rest, extension]) => `file-${rest}-${extension}`],
]

/**
 * The id of the asset that Sanity's exporter puts into a file of this name.
 * @param name without its folder
 * @returns undefined for a name that somebody chose
 */
export function assetIdOf(kind: AssetKind, name: string): string | undefined {
  for (const [shapeKind, shape, id] of shapes) {
    const match = kind === shapeKind ? shape.exec(name) : null
    if (match) return id(match.slice(1))
  }
  return undefined
}

/** The name, folder included, that Sanity's exporter gives the file of an asset. Undo it with `assetIdOf`. */
export function assetPathOf(id: string): string {
  const { kind, rest, extension } =
    /^(?<kind>image|file)-(?<rest>.*?)(?:-(?<extension>[a-z]+))?$/.exec(id)?.groups ?? {}
  return `${kind}s/${rest}.${extension ?? 'bin'}`
}

/** True for the ids that the exporter turns into files when an `asset` field refers to them. */
export function isAssetId(id: string): boolean {
  return /^(image-[a-f0-9]{40}-\d+x\d+-[a-z]+|file-[a-f0-9]{40}-[a-z0-9]+)$/.test(id)
}

/** The 40 digits of the content that an exporter's name or an asset's id starts with. */
export function sha1In(name: string): string | undefined {
  return /^(?:image-|file-)?([0-9a-f]{40})(?=[-.])/.exec(name)?.[1]
}
