import type { LakeConnection } from './connection.ts'

/**
 * Reads `<script type="application/json" id="local-lake">` from the page.
 * `undefined` where the page has none (a hosted Studio, or no page at all, as in `sanity schema extract`).
 * Throws when the element is there but is not what `npm start` writes.
 */
export function readLocalLake(): LakeConnection | undefined {
  const text = globalThis.document?.getElementById('local-lake')?.textContent
  if (!text) return undefined
  const value: unknown = JSON.parse(text)
  return {
    kind: 'lake',
    apiHost: stringIn(value, 'apiHost').replace(/\/+$/, ''),
    projectId: stringIn(value, 'projectId'),
    dataset: stringIn(value, 'dataset'),
    token: stringIn(value, 'token'),
    siteUrl: stringIn(value, 'siteUrl'),
  }
}

function stringIn(value: unknown, key: string): string {
  const found = typeof value === 'object' && value ? Reflect.get(value, key) : undefined
  if (typeof found === 'string' && found) return found
  throw new Error(`The page's "local-lake" element has no "${key}". Stop "npm start" and start it again.`)
}
