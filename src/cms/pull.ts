import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { Failure } from '../failure.ts'
import type { Mirror, Refusal } from './mirror.ts'
import { problemsOf } from './problems.ts'
import { documentsQuery, manifestQuery } from './queries.ts'
import { type AnyDocument, anyDocument, documentTypes } from './schemas/documents.ts'

/** What a pull found: ids that are new or changed, ids that are gone, and documents that were set aside. */
export type PullReport = { changed: string[]; removed: string[]; refused: Refusal[]; total: number }

const manifest = z.array(z.object({ _id: z.string(), _type: z.string(), _rev: z.string() }))
const storedDocuments = z.array(z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() }))

type Manifest = z.infer<typeof manifest>
type StoredDocument = z.infer<typeof storedDocuments>[number]

const manifestPage = 5000
const documentsPage = 200

/**
 * Brings the mirror up to date with what is published. Revisions are compared, not clocks, so that ties and clock
 * skew cannot hide a change; ids that are no longer listed are removed.
 * Completes or changes nothing.
 * @throws Failure when the lake cannot be reached, or answers with anything but documents, or with none where
 *   there were some
 */
export async function pull(client: SanityClient, mirror: Mirror): Promise<PullReport> {
  const known = mirror.revisions()
  const listed = await fetchManifest(client)
  if (listed.length === 0 && known.size > 0)
    throw new Failure(
      `The lake says that nothing is published, where there were ${known.size} documents before.`,
      'Nothing was changed. Check SANITY_PROJECT_ID, SANITY_DATASET and SANITY_TOKEN; if everything was really deleted, remove the mirror (`.cache/mirror.sqlite`) and build again.',
    )

  const stale = listed.filter((entry) => known.get(entry._id) !== entry._rev).map((entry) => entry._id)
  const put: AnyDocument[] = []
  const refuse: Refusal[] = []
  for (let start = 0; start < stale.length; start += documentsPage) {
    for (const stored of await fetchDocuments(client, stale.slice(start, start + documentsPage))) {
      const parsed = anyDocument.safeParse(stored)
      if (parsed.success) put.push(parsed.data)
      else refuse.push(refusalOf(stored, parsed.error))
    }
  }

  const present = new Set(listed.map((entry) => entry._id))
  const remove = [...known.keys()].filter((id) => !present.has(id))
  mirror.apply({ put, refuse, remove })
  return {
    changed: put.map((document) => document._id),
    removed: remove,
    refused: mirror.refusals(),
    total: listed.length,
  }
}

async function fetchManifest(client: SanityClient): Promise<Manifest> {
  const all: Manifest = []
  for (let after = ''; ; ) {
    const page = await fetchList(client, manifest, manifestQuery, {
      types: documentTypes,
      after,
      size: manifestPage,
    })
    all.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < manifestPage) return all
    after = last._id
  }
}

function fetchDocuments(client: SanityClient, ids: string[]): Promise<StoredDocument[]> {
  return fetchList(client, storedDocuments, documentsQuery, { ids })
}

/** @sanity/client resolves with `undefined` where a proxy answers 200 with HTML, so the answer is parsed, always. */
async function fetchList<T>(
  client: SanityClient,
  schema: z.ZodType<T>,
  query: string,
  parameters: Record<string, unknown>,
): Promise<T> {
  const { projectId, dataset, url } = client.config()
  const where = `project “${projectId}”, dataset “${dataset}”, at ${url}`
  const answer: unknown = await client.fetch(query, parameters).catch((cause: unknown) => {
    throw new Failure(
      `The content could not be pulled (${where}): ${cause instanceof Error ? cause.message : String(cause)}`,
      'The site was left as it is. Check that the lake runs and that the network, the project’s name and the token are right.',
      { cause },
    )
  })
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new Failure(
    `The lake (${where}) answered, but not with documents: ${answer === undefined ? 'the body was not JSON of Sanity’s API' : JSON.stringify(answer).slice(0, 200)}`,
    'The site was left as it is. Something between here and the lake may be answering in its place, such as a proxy or a login page.',
  )
}

function refusalOf(stored: StoredDocument, error: z.ZodError): Refusal {
  const title = [stored.title, stored.name].find((value) => typeof value === 'string')
  return {
    id: stored._id,
    type: stored._type,
    rev: stored._rev,
    title: title ?? 'without a title',
    problems: problemsOf(error, stored),
  }
}
