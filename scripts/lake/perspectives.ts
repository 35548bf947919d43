import { hasReleases } from './api-version.ts'
import { malformed } from './errors.ts'

/** `raw` shows every document as it is; a stack shows one version of each, the first layer that has one. */
export type Perspective = { kind: 'raw' } | { kind: 'stack'; layers: string[] }

export const raw: Perspective = { kind: 'raw' }
export const published: Perspective = { kind: 'stack', layers: ['published'] }

/**
 * @param names as the request names them, comma-separated or repeated
 * @param apiVersion without the leading v
 */
export function parsePerspective(names: string[], apiVersion: string): Perspective {
  const layers = names
    .flatMap((name) => name.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (layers.length === 0) return hasReleases(apiVersion) ? published : raw
  for (const name of layers) {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) throw malformed(`Invalid perspective "${name}"`)
  }
  if (!layers.includes('raw')) return { kind: 'stack', layers: withPublishedLast(layers) }
  if (layers.length > 1) throw malformed('The perspective "raw" cannot be combined with others')
  return raw
}

function withPublishedLast(layers: string[]): string[] {
  return [...new Set(layers.filter((name) => name !== 'published')), 'published']
}
