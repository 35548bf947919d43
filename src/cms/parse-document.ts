import { z } from 'zod'
import { problemsOf } from './problems.ts'
import { type AnyDocument, anyDocument } from './schemas/documents.ts'

/** A document as the lake has it. */
export const storedDocument = z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() })

export type StoredDocument = z.infer<typeof storedDocument>

/** A document that the schemas refuse. */
export type Refusal = { id: string; type: string; rev: string; title: string; problems: string[] }

export type Parsed = { document: AnyDocument } | { refusal: Refusal }

/** Parses a document, or says in plain words why it is refused. Characters that no feed may carry are left out. */
export function parseDocument(stored: StoredDocument): Parsed {
  const result = anyDocument.safeParse(withoutControls(stored))
  if (result.success) return { document: result.data }
  const title = [stored.title, stored.name].find((value) => typeof value === 'string')
  return {
    refusal: {
      id: stored._id,
      type: stored._type,
      rev: stored._rev,
      title: title ?? 'without a title',
      problems: problemsOf(result.error, stored),
    },
  }
}

/** What XML 1.0 has no place for: control characters but tab and line ends, halves of pairs, and two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

function withoutControls(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(controls, '')
  if (Array.isArray(value)) return value.map(withoutControls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutControls(part)]))
}
