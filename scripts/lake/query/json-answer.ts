import { randomUUID } from 'node:crypto'
import { closeSync, createReadStream, openSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'

export type JsonPiece = Uint8Array<ArrayBuffer>

/** JSON in UTF-8; characters may reach over from one piece to the next. The end of a long answer waits on disk. */
export type JsonAnswer = { pieces: JsonPiece[]; file?: string | undefined }

/** In bytes: what of an answer is in memory until it is sent. */
const kept = 8 * 1024 * 1024

/** @param folder where the end of a long answer is written */
export function keepJson(pieces: Iterable<JsonPiece>, folder: string): JsonAnswer {
  const answer: JsonAnswer = { pieces: [] }
  let size = 0
  let handle: number | undefined
  try {
    for (const piece of pieces) {
      size += piece.length
      if (size <= kept) answer.pieces.push(piece)
      else {
        answer.file ??= path.join(folder, randomUUID())
        handle ??= openSync(answer.file, 'wx', 0o600)
        writeFileSync(handle, piece)
      }
    }
    return answer
  } catch (error) {
    if (answer.file !== undefined) rmSync(answer.file, { force: true })
    throw error
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Gives every piece away; the file is gone after the last one, or when nobody wants more. */
export async function* takeJson({ pieces, file }: JsonAnswer): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece
    if (file !== undefined) yield* createReadStream(file)
  } finally {
    if (file !== undefined) await rm(file, { force: true })
  }
}
