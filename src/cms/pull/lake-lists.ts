import { z } from 'zod'
import { Failure } from '../../failure.ts'
import type { LakeClient } from '../client.ts'
import { type StoredDocument, storedDocument } from '../parse-document.ts'
import type { Patiently } from '../patience.ts'
import { manifestQuery, newestQuery, olderQuery } from '../queries.ts'
import { documentTypes } from '../schemas/documents.ts'

const moment = z.iso.datetime({ offset: true })
const listed = z.object({ _id: z.string(), _rev: z.string(), _updatedAt: moment })
const page = z.object({ documents: z.array(listed), count: z.int().min(0), time: moment })
const documents = z.array(storedDocument)
const ours: ReadonlySet<string> = new Set(documentTypes)

export type Listed = z.infer<typeof listed>

/** Some of what is published, how much that is in all, and the moment on the lake's clock. */
export type Page = z.infer<typeof page>

/** What a pull asks a lake. Everything throws Failure where there is no answer, or one that is not of that form. */
export type LakeLists = {
  /** In the order of ids. */
  manifest(after: string, size: number): Promise<Page>
  /** Newest first; `before` is the last of the page before. */
  newest(size: number, before?: Listed): Promise<Page>
  /** Whole documents; those that are gone are left out. */
  documents(ids: readonly string[]): Promise<StoredDocument[]>
}

export function lakeLists(client: LakeClient, patiently: Patiently): LakeLists {
  const checked = <T>(schema: z.ZodType<T>, answer: unknown): T => {
    const parsed = schema.safeParse(answer)
    if (parsed.success) return parsed.data
    throw new Failure(
      `The lake (${client.place}) answered, but not with documents: ${JSON.stringify(answer).slice(0, 200)}`,
      'Nothing was changed. Something between here and the lake may be answering in its place, such as a proxy or a login page.',
    )
  }
  const list = async (query: string, params: Record<string, unknown>): Promise<Page> =>
    checked(
      page,
      await patiently((options) => client.query(query, { types: documentTypes, ...params }, options)),
    )
  return {
    manifest: (after, size) => list(manifestQuery, { after, size }),
    newest: (size, before) =>
      before
        ? list(olderQuery, { size, moment: before._updatedAt, after: before._id })
        : list(newestQuery, { size }),
    async documents(ids) {
      const answer = await patiently((options) => client.documents(ids, options))
      const found = checked(documents, answer.documents)
      const gone = answer.omitted.filter(({ reason }) => reason === 'existence').map(({ id }) => id)
      const answered = new Set([...found.map(({ _id }) => _id), ...gone])
      const lost = ids.find((id) => !answered.has(id))
      if (lost === undefined) return found.filter(({ _type }) => ours.has(_type))
      throw new Failure(
        `The lake (${client.place}) lists documents that it does not hand out, such as ${lost}.`,
        'Nothing was changed. Try again in a moment; if it stays so, check what the token may read.',
      )
    },
  }
}
