import { hash } from 'node:crypto'
import { localeFor } from '../site/locale.ts'
import type { PressOptions } from './press.ts'

/**
 * Names what decides everything of how the site looks: its code and its settings. The time zone is among them, though
 * it stands in a document, because with another one recaps belong to other years.
 */
export function setupOf({ bundle, siteUrl, picturesAreFiles, mirror }: PressOptions): string {
  const { timeZone } = localeFor(mirror)
  return hash(
    'sha256',
    JSON.stringify([bundle.fingerprint, siteUrl, picturesAreFiles, timeZone]),
    'base64url',
  )
}
