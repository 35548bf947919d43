import { hash } from 'node:crypto'
import { localeFor } from '../site/locale.ts'
import type { PressOptions } from './press.ts'

/**
 * Names what decides everything of how the site looks, documents and clock aside: its code and its settings. The time
 * zone is among them, though it stands in a document, because with another one recaps belong to other years.
 */
export function setupOf({ bundle, siteUrl, mirror, ...pictures }: PressOptions): string {
  const { picturesAreFiles, imageOrigin, drawsShareCards } = pictures
  const { timeZone } = localeFor(mirror)
  const settings = [bundle.fingerprint, siteUrl, picturesAreFiles, imageOrigin, drawsShareCards, timeZone]
  return hash('sha256', JSON.stringify(settings), 'base64url')
}
