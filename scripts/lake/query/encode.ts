import type { JsonPiece } from './json-answer.ts'

/** In characters: what is encoded at once. */
const pieceLength = 256 * 1024
/** Lists that are longer than this are taken apart. */
const longList = 64
/** Objects are taken apart down to here, since one of them may hold a list of all documents. */
const deepest = 3

/**
 * A value as JSON in pieces: one string of all of it would have to fit into the thread's memory, and where it does
 * not, the whole process ends. Large fields of documents are read now at the latest.
 */
export function* encodeJson(value: unknown): Generator<JsonPiece> {
  const encoder = new TextEncoder()
  let text = ''
  for (const part of partsOf(value ?? null, 0)) {
    text += part
    if (text.length < pieceLength) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

function* partsOf(value: unknown, depth: number): Generator<string> {
  if (Array.isArray(value) && value.length > longList) {
    let before = '['
    for (const item of value) {
      yield before
      yield* partsOf(item, depth + 1)
      before = ','
    }
    yield ']'
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest) {
    let before = '{'
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue
      yield `${before}${JSON.stringify(name)}:`
      yield* partsOf(field, depth + 1)
      before = ','
    }
    yield before === '{' ? '{}' : '}'
  } else yield JSON.stringify(value) ?? 'null'
}
