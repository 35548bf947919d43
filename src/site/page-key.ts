import { hash } from 'node:crypto'
import type { View } from './views/view.ts'

/** Names what a page looks like: the same view rendered by the same code has the same key. */
export function pageKey(view: View, codeFingerprint: string): string {
  return hash('sha256', codeFingerprint + JSON.stringify(view), 'base64url').slice(0, 22)
}
