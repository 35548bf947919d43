import { z } from 'zod'
import { plainWords } from './plain-words.ts'
import { problemsOf } from './problems.ts'
import { type AnyDocument, anyDocument } from './schemas/documents.ts'

/** A document as the lake has it. */
export const storedDocument = z.looseObject({
  _id: z.string(),
  _type: z.string(),
  _rev: z.string(),
  _updatedAt: z.string(),
})

export type StoredDocument = z.infer<typeof storedDocument>

export type Parsed = { document: AnyDocument } | { problems: string[] }

/**
 * Parses a document, or says in plain words why its schema refuses it. Characters that no feed may carry are left out.
 * @param json the same document as JSON, where it is at hand
 */
export function parseDocument(stored: StoredDocument, json = JSON.stringify(stored)): Parsed {
  const result = anyDocument.safeParse(mayHoldControls.test(json) ? withoutControls(stored) : stored, {
    error: plainWords,
  })
  return result.success ? { document: result.data } : { problems: problemsOf(result.error, stored) }
}

/** What XML 1.0 has no place for: control characters but tab and line ends, halves of pairs, and two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** In JSON all of those but the non-characters are written as escapes. Most documents have none, and need no copy. */
const mayHoldControls = /\\[ubf]|[\ufffe\uffff]/

function withoutControls(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(controls, '')
  if (Array.isArray(value)) return value.map(withoutControls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutControls(part)]))
}
