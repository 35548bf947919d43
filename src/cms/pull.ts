import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { Failure } from '../failure.ts'
import type { Mirror, MirrorChange } from './mirror.ts'
import { parseDocument, type StoredDocument, storedDocument } from './parse-document.ts'
import { documentsQuery, manifestQuery, stillThereQuery } from './queries.ts'
import { documentTypes } from './schemas/documents.ts'

/** What a pull found: ids that are new or changed, and ids that are gone. */
export type PullReport = { changed: string[]; removed: string[]; total: number }

/** How many documents are listed, and how many fetched whole, with one request. */
export type PullPages = { listed: number; whole: number }

const usualPages: PullPages = { listed: 5000, whole: 200 }

const manifest = z.array(z.object({ _id: z.string(), _rev: z.string() }))

/**
 * Brings the mirror up to date with what is published. Revisions are compared, not clocks, so that ties and clock
 * skew cannot hide a change; ids that are no longer listed are removed.
 * Completes or changes nothing.
 * @throws Failure when the lake cannot be reached, or answers with anything but documents, or with none where
 *   there were some
 */
export async function pull(client: SanityClient, mirror: Mirror, pages = usualPages): Promise<PullReport> {
  const known = mirror.revisions()
  const listed = await fetchManifest(client, pages.listed)
  if (listed.size === 0 && known.size > 0)
    throw new Failure(
      `The lake says that nothing is published, where there were ${known.size} documents before.`,
      'Nothing was changed. Check SANITY_PROJECT_ID, SANITY_DATASET and SANITY_TOKEN; if everything was really deleted, remove the mirror (`mirror.sqlite` in the folder SITE_CACHE, `.cache` unless set) and build again.',
    )

  const change: MirrorChange = { put: [], refuse: [], remove: [] }
  const stale = [...listed.keys()].filter((id) => known.get(id) !== listed.get(id))
  for (let start = 0; start < stale.length; start += pages.whole) {
    const ids = stale.slice(start, start + pages.whole)
    const fetched = await fetchDocuments(client, ids)
    for (const id of missing(ids, fetched)) listed.delete(id)
    for (const stored of fetched) {
      const parsed = parseDocument(stored)
      if ('refusal' in parsed) change.refuse.push(parsed.refusal)
      else change.put.push(stored)
    }
  }
  change.remove = [...known.keys()].filter((id) => !listed.has(id))
  mirror.apply(change)
  return {
    changed: change.put.map((document) => document._id),
    removed: change.remove,
    total: listed.size,
  }
}

/** Revision by id of everything that is published. */
async function fetchManifest(client: SanityClient, size: number): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (let after = ''; ; ) {
    const page = await fetchList(client, manifest, manifestQuery, { types: documentTypes, after, size })
    for (const { _id, _rev } of page) all.set(_id, _rev)
    const last = page.at(-1)
    if (last === undefined || page.length < size) return all
    after = last._id
  }
}

/** @throws Failure where documents are left out of the answer that are still there */
async function fetchDocuments(client: SanityClient, ids: string[]): Promise<StoredDocument[]> {
  const fetched = await fetchList(client, z.array(storedDocument), documentsQuery, { ids })
  const gone = missing(ids, fetched)
  if (gone.length === 0) return fetched
  const still = await fetchList(client, manifest, stillThereQuery, { ids: gone })
  if (still.length === 0) return fetched
  throw new Failure(
    `The lake lists ${still.length} documents that it does not hand out, such as ${still[0]?._id}.`,
    'Nothing was changed. Try again in a moment; if it stays so, check what the token may read.',
  )
}

function missing(ids: readonly string[], fetched: readonly StoredDocument[]): string[] {
  const present = new Set(fetched.map(({ _id }) => _id))
  return ids.filter((id) => !present.has(id))
}

/** @sanity/client resolves with `undefined` where a proxy answers 200 with HTML, so the answer is parsed, always. */
async function fetchList<T>(
  client: SanityClient,
  schema: z.ZodType<T>,
  query: string,
  parameters: Record<string, unknown>,
): Promise<T> {
  const { projectId, dataset } = client.config()
  const where = `project “${projectId}”, dataset “${dataset}”, at ${client.getUrl('')}`
  const answer: unknown = await client.fetch(query, parameters).catch((cause: unknown) => {
    throw new Failure(
      `The content could not be pulled (${where}): ${cause instanceof Error ? cause.message : String(cause)}`,
      'The site was left as it is. Check that the lake runs and that the network, the project’s name and the token are right.',
      { cause },
    )
  })
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const said =
    answer === undefined ? 'the body was not JSON of Sanity’s API' : JSON.stringify(answer).slice(0, 200)
  throw new Failure(
    `The lake (${where}) answered, but not with documents: ${said}`,
    'The site was left as it is. Something between here and the lake may be answering in its place, such as a proxy or a login page.',
  )
}
