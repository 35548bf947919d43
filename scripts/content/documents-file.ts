import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { Failure } from '../../src/failure.ts'
import { isValidId } from '../lake/document.ts'
import { ApiError } from '../lake/errors.ts'
import { checkJson } from '../lake/json-limits.ts'
import { damaged } from './damaged.ts'
import { lines } from './lines.ts'

const document = z.looseObject({ _id: z.string().min(1), _type: z.string().min(1) })

export type ExportedDocument = z.infer<typeof document>

/**
 * Reads a file with one document a line.
 * @param name how to call the file in an error
 * @throws Failure that names the line that is not one, or not one that a lake can take
 */
export async function readDocuments(file: string, name: string): Promise<ExportedDocument[]> {
  const documents: ExportedDocument[] = []
  const lineOf = new Map<string, number>()
  for await (const { number, text } of lines(bytesOf(file, name), name)) {
    if (text === '') continue
    const place = `Line ${number} of ${name}`
    const found = parseDocument(text, place)
    const before = lineOf.get(found._id)
    if (before !== undefined)
      throw damaged(`${name} has two documents with the id "${found._id}", in lines ${before} and ${number}.`)
    lineOf.set(found._id, number)
    documents.push(found)
  }
  if (documents.length === 0) throw damaged(`${name} has no documents in it.`)
  return documents
}

function parseDocument(text: string, place: string): ExportedDocument {
  const value = parseJson(text, place)
  const result = document.safeParse(value)
  if (!result.success) throw damaged(`${place} is not a document: it needs an _id and a _type.`)
  const { _id } = result.data
  if (!isValidId(_id)) {
    throw damaged(
      `${place} has the id ${JSON.stringify(_id.slice(0, 200))}. An id has letters, digits, . _ and - only, 128 of them at most, and neither starts with . or - nor has two dots in a row.`,
    )
  }
  try {
    // As deep as it will lie in the request that carries it.
    checkJson({ mutations: [{ create: value }] })
  } catch (error) {
    if (error instanceof ApiError) throw damaged(`${place} ("${_id}") cannot be stored: ${error.message}.`)
    throw error
  }
  return result.data
}

/** @param place how to call what is read, in an error */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged(`${place} is not valid JSON; the file may have been cut off there.`)
  }
}

async function* bytesOf(file: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file)
  } catch (error) {
    throw new Failure(
      `${name} cannot be read: ${error instanceof Error ? error.message : 'unknown error'}`,
      'Give an export (.tar.gz), a file of documents (.ndjson), or a folder laid out like an export: data.ndjson, and images/ beside it.',
      { cause: error },
    )
  }
}
