import type { SanityClient } from '@sanity/client'

/** A question as the Studio (sanity 6.16) sends it. */
export type StudioQuery = {
  name: string
  query: string
  params?: Record<string, unknown>
  perspective: 'drafts' | 'raw'
}

const apiVersion = '2025-02-19'

export async function ask(client: SanityClient, { query, params = {}, perspective }: StudioQuery) {
  const answer: unknown = await client
    .withConfig({ apiVersion })
    .fetch(query, params, { perspective, returnQuery: false })
  return answer
}
