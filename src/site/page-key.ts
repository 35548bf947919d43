import { hash } from 'node:crypto'
import type { View } from './views/view.ts'

/** Names what a page looks like: the same view rendered by the same code has the same key. It begins with the kind. */
export function pageKey(view: View, codeFingerprint: string): string {
  return `${view.kind}-${hash('sha256', codeFingerprint + JSON.stringify(view), 'base64url').slice(0, 22)}`
}

/** Whether a key is that of a view of some kind. */
export function isKeyOf(kind: View['kind'], key: string): boolean {
  return key.startsWith(`${kind}-`)
}
