import { hash } from 'node:crypto'
import type { PressOptions } from './press.ts'

/** Names everything but documents and clock that decides how the site looks: its code and its settings. */
export function setupOf({ bundle, siteUrl, ...pictures }: PressOptions): string {
  const { picturesAreFiles, imageOrigin, drawsShareCards } = pictures
  const settings = [bundle.fingerprint, siteUrl, picturesAreFiles, imageOrigin, drawsShareCards]
  return hash('sha256', JSON.stringify(settings), 'base64url')
}
