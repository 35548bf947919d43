import { createHash } from 'node:crypto'
import type { View } from './views/view.ts'

/** Names what a page looks like: the same view rendered by the same code has the same key. */
export function pageKey(view: View, codeFingerprint: string): string {
  return createHash('sha256')
    .update(codeFingerprint)
    .update(JSON.stringify(view))
    .digest('base64url')
    .slice(0, 22)
}
