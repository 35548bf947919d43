/** What pictures are called, by the name that sharp has for their format. */
const formats: Record<string, ImageFormat> = {
  jpeg: { extension: 'jpg', mimeType: 'image/jpeg' },
  png: { extension: 'png', mimeType: 'image/png' },
  webp: { extension: 'webp', mimeType: 'image/webp' },
  gif: { extension: 'gif', mimeType: 'image/gif' },
  svg: { extension: 'svg', mimeType: 'image/svg+xml' },
  heif: { extension: 'avif', mimeType: 'image/avif' },
  tiff: { extension: 'tif', mimeType: 'image/tiff' },
}

export type ImageFormat = { extension: string; mimeType: string }

export function imageFormat(name: string): ImageFormat | undefined {
  return formats[name]
}

export function mimeTypeOfImage(extension: string): string | undefined {
  return Object.values(formats).find((format) => format.extension === extension)?.mimeType
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']

/** Whether the first bytes (64 will do) are those of a photograph as iPhones take them. */
export function isHeic(start: Buffer): boolean {
  if (start.toString('latin1', 4, 8) !== 'ftyp') return false
  const brands = start.toString('latin1', 8, Math.min(start.readUInt32BE(0), start.length))
  return heicBrands.some((brand) => brands.includes(brand)) && !brands.includes('avif')
}

/** Whether these bytes are compressed as a whole: browsers would not know, though sharp reads such SVGs. */
export function isGzip(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}
