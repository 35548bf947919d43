import type { SanityClient } from '@sanity/client'
import { z } from 'zod'

const atATime = 500

const known = z.array(z.object({ _id: z.string(), _type: z.string() }))

/** Which of these ids a dataset has, drafts and versions included, and the types of their documents. */
export async function typesOf(client: SanityClient, ids: Iterable<string>): Promise<Map<string, string>> {
  const types = new Map<string, string>()
  for (const some of chunks([...ids], atATime)) {
    const found = known.parse(await client.fetch('*[_id in $ids]{_id, _type}', { ids: some }))
    for (const { _id, _type } of found) types.set(_id, _type)
  }
  return types
}

const storedAsset = z.looseObject({
  _id: z.string(),
  _type: z.string(),
  sha1hash: z.string().optional(),
  url: z.string().optional(),
})

/** The document of an asset, as the dataset that it came into has it. */
export type StoredAsset = z.infer<typeof storedAsset>

/** The assets of a dataset that have one of these ids, or content with one of these SHA-1 sums. */
export async function assetsOf(client: SanityClient, ids: string[], sums: string[]): Promise<StoredAsset[]> {
  const query = '*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && (_id in $ids || sha1hash in $sums)]'
  const found = new Map<string, StoredAsset>()
  const length = Math.max(ids.length, sums.length)
  for (let start = 0; start < length; start += atATime) {
    const params = { ids: ids.slice(start, start + atATime), sums: sums.slice(start, start + atATime) }
    for (const asset of z.array(storedAsset).parse(await client.fetch(query, params)))
      found.set(asset._id, asset)
  }
  return [...found.values()]
}

export function parseStoredAsset(value: unknown): StoredAsset {
  return storedAsset.parse(value)
}

function* chunks<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
