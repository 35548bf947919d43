import { hash } from 'node:crypto'
import type { RecapView } from './views/recap.ts'
import type { View } from './views/view.ts'

export type Keys = {
  /** Names what a page looks like: the same view rendered by the same code has the same key. */
  page: string
  /** Names what of it can be searched; the same key where only what stands around it is another. Empty for others. */
  searched: string
}

export function keysOf(view: View, codeFingerprint: string): Keys {
  if (view.kind !== 'recap') return { page: digest(codeFingerprint, view), searched: '' }
  const [searched, around] = parts(view)
  const key = digest(codeFingerprint, searched)
  return { page: digest(key, around), searched: key }
}

/** What the search index reads of a recap's page, and what it passes over. */
function parts({ frame, nextEvening, later, earlier, related, profiles, ...own }: RecapView) {
  return [
    { ...own, language: frame.language },
    { frame, nextEvening, later, earlier, related, profiles },
  ] as const
}

function digest(before: string, value: object): string {
  return hash('sha256', before + JSON.stringify(value), 'base64url').slice(0, 22)
}
