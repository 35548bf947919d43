import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { type StoredDocument, storedDocument } from '../parse-document.ts'
import type { PatientQuery } from '../patience.ts'
import { documentsQuery, manifestQuery, newestQuery, olderQuery, stillThereQuery } from '../queries.ts'
import { documentTypes } from '../schemas/documents.ts'

const moment = z.iso.datetime({ offset: true })
const listed = z.object({ _id: z.string(), _rev: z.string(), _updatedAt: moment })
const page = z.object({ documents: z.array(listed), count: z.int().min(0), time: moment })
const documents = z.array(storedDocument)
const ids = z.array(z.string())

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

export function lakeLists(query: PatientQuery, place: string): LakeLists {
  const ask = async <T>(schema: z.ZodType<T>, text: string, params: Record<string, unknown>): Promise<T> => {
    const answer = await query(text, { types: documentTypes, ...params })
    const parsed = schema.safeParse(answer)
    if (parsed.success) return parsed.data
    throw new Failure(
      `The lake (${place}) answered, but not with documents: ${JSON.stringify(answer).slice(0, 200)}`,
      'Nothing was changed. Something between here and the lake may be answering in its place, such as a proxy or a login page.',
    )
  }
  return {
    manifest: (after, size) => ask(page, manifestQuery, { after, size }),
    newest: (size, before) =>
      before
        ? ask(page, olderQuery, { size, moment: before._updatedAt, after: before._id })
        : ask(page, newestQuery, { size }),
    async documents(wanted) {
      const found = await ask(documents, documentsQuery, { ids: wanted })
      const present = new Set(found.map(({ _id }) => _id))
      const missing = wanted.filter((id) => !present.has(id))
      if (missing.length === 0) return found
      const [kept] = await ask(ids, stillThereQuery, { ids: missing })
      if (kept === undefined) return found
      throw new Failure(
        `The lake (${place}) lists documents that it does not hand out, such as ${kept}.`,
        'Nothing was changed. Try again in a moment; if it stays so, check what the token may read.',
      )
    },
  }
}
