import { z } from 'zod'
import type { HttpAnswer } from './http.ts'
import { LakeFault } from './lake-fault.ts'

/** Statuses of a server, or of what stands before it, that is busy or on its way back. */
const passingStatuses = new Set([408, 429, 500, 502, 503, 504])

const queried = z.object({ result: z.unknown().refine((value) => value !== undefined) })
const documents = z.object({
  documents: z.array(z.unknown()),
  omitted: z.array(z.object({ id: z.string(), reason: z.string() })).default([]),
})
const errorBody = z.union([
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ error: z.object({ description: z.string() }) }).transform(({ error }) => error.description),
  z.object({ error: z.string() }).transform(({ error }) => error),
])

/** What a lake answers to the question for documents by their ids. */
export type DocumentsAnswer = z.infer<typeof documents>

/** The result of a query, in the body of an answer with status 200. @throws LakeFault where it has none */
export function resultIn(answer: HttpAnswer): unknown {
  return contentOf(answer, queried).result
}

/** The documents that were asked for, and why others were left out. @throws LakeFault where it is no such answer */
export function documentsIn(answer: HttpAnswer): DocumentsAnswer {
  return contentOf(answer, documents)
}

/** @throws LakeFault where it is of another form: passing, if it looks like one that was cut off */
function contentOf<T>(answer: HttpAnswer, schema: z.ZodType<T>): T {
  const content = parseJson(answer.body)
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  const isJson = answer.header('content-type')?.includes('json') === true
  if (isJson && content === undefined) throw new LakeFault('the answer was cut off', true)
  throw new LakeFault(`it answered, but not with documents: ${beginningOf(answer.body)}`, false)
}

/**
 * What an answer with another status says.
 * @param date milliseconds since 1970, for answers that do not say what time it is
 */
export function faultIn(answer: HttpAnswer, date: number): LakeFault {
  const said = errorBody.safeParse(parseJson(answer.body)).data ?? answer.statusText
  const message = `status ${answer.status}${said ? `, ${said}` : ''}`
  return new LakeFault(message, passingStatuses.has(answer.status), retryAfter(answer, date))
}

/** `Retry-After` in milliseconds: seconds, or a moment on the clock of the lake. */
function retryAfter({ header }: HttpAnswer, date: number): number {
  const value = header('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const now = Date.parse(header('date') ?? '') || date
  return Math.max(0, Date.parse(value) - now) || 0
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function beginningOf(body: string): string {
  return body.trim() === '' ? 'with nothing' : JSON.stringify(body.trim().slice(0, 100))
}
