import { damaged } from './damaged.ts'

/** More than any lake takes in one request. */
const maximumLine = 16_000_000

/**
 * Splits bytes at line feeds, and only there: JSON may hold other characters that end lines elsewhere.
 * @param name how to call the source in an error
 * @throws Failure that names the line, where it is not UTF-8 or too long
 */
export async function* lines(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  maximum: number = maximumLine,
): AsyncGenerator<{ number: number; text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  const take = (part: Uint8Array) => {
    parts.push(part)
    size += part.length
    if (size > maximum)
      throw damaged(
        `Line ${number} of ${name} is longer than ${maximum / 1e6} MB, more than a document may have.`,
      )
  }
  const finish = () => {
    const line = { number, text: decode(decoder, Buffer.concat(parts), `Line ${number} of ${name}`) }
    number += 1
    parts = []
    size = 0
    return line
  }
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    take(chunk.subarray(start))
  }
  if (size > 0) yield finish()
}

function decode(decoder: TextDecoder, bytes: Uint8Array, place: string): string {
  try {
    return decoder.decode(bytes).trim()
  } catch {
    throw damaged(`${place} is not valid UTF-8.`)
  }
}
