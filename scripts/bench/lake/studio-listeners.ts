import type { ListenOptions } from '@sanity/client'
import { publishedId } from '../../lake/document.ts'

export type StudioListener = {
  query: string
  params?: Record<string, unknown>
  options: ListenOptions
  /** Whether it hears of a change of the open document. */
  hears: boolean
}

const visibility = 'query'

/** The event streams that a Studio has open beside a document, on the page with all recaps. */
export function studioListeners(openId: string): StudioListener[] {
  const published = publishedId(openId)
  const list = {
    options: { visibility, includeAllVersions: true },
    hears: true,
  } satisfies Partial<StudioListener>
  const set = {
    options: { visibility: 'transaction', includeMutations: false, includeAllVersions: true },
  } as const
  return [
    {
      query: '*',
      options: { visibility, effectFormat: 'mendoza', includeMutations: false, includeAllVersions: true },
      hears: true,
    },
    { query: '*[_type == "recap"]', ...list },
    { query: '*[_type == "recap"]', ...list },
    {
      query: '*[_type == "recap" && !(_id in $ids) && publishedAt <= now()]',
      params: { ids: [] },
      ...list,
    },
    {
      query: '*[_id in $ids]',
      params: { ids: [published, `drafts.${published}`] },
      options: { effectFormat: 'mendoza', includeAllVersions: true },
      hears: true,
    },
    { query: '*[sanity::versionOf($publishedId)]', params: { publishedId: published }, ...set, hears: true },
    {
      query: '*[_type == "sanity.canvas.link" && studioDocumentId in $ids]',
      params: { ids: [published] },
      ...set,
      hears: false,
    },
    {
      query: '*[_type=="system.release" && _id in path("_.releases.*")]',
      options: { visibility, includeAllVersions: true },
      hears: false,
    },
  ]
}
