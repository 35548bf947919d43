import { hash } from 'node:crypto'
import type { PressOptions } from './press.ts'

/** Names everything but documents and clock that decides how the site looks: its code and its settings. */
export function setupOf({ bundle, siteUrl, picturesAreFiles }: PressOptions): string {
  return hash('sha256', JSON.stringify([bundle.fingerprint, siteUrl, picturesAreFiles]), 'base64url')
}
