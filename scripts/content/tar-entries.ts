import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { Failure } from '../../src/failure.ts'
import { damaged } from './damaged.ts'

/**
 * Goes through the entries of a tar archive. `use` reads or cancels the body of each before it returns.
 * @param archive how to call it in an error
 * @throws Failure that names the entry at which the archive is damaged or ends
 */
export async function eachTarEntry(
  bytes: AsyncIterable<Uint8Array>,
  archive: string,
  use: (entry: ParsedTarEntry) => Promise<void>,
): Promise<void> {
  const source = Readable.from(bytes)
  const { readable, writable } = createTarDecoder({ strict: true })
  const feeding = pipeline(source, Writable.fromWeb(writable))
  // Waited for below; an archive that breaks off makes reading fail first.
  feeding.catch(() => undefined)
  const place: Place = { entry: undefined, isOver: true }
  try {
    for await (const entry of readable) {
      place.entry = entry.header.name
      place.isOver = false
      await use(entry)
      place.isOver = true
    }
    await feeding
  } catch (error) {
    source.destroy()
    throw explained(error, archive, place)
  }
}

type Place = { entry: string | undefined; isOver: boolean }

function explained(error: unknown, archive: string, place: Place): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error
  // What the disk refuses is not the archive's fault.
  if ('syscall' in error) return error
  const where = whereIn(place)
  const isCut = ('code' in error && error.code === 'Z_BUF_ERROR') || /truncated/i.test(error.message)
  return damaged(
    isCut ? `${archive} is cut off ${where}.` : `${archive} is damaged ${where} (${error.message}).`,
    {
      cause: error,
    },
  )
}

function whereIn({ entry, isOver }: Place): string {
  if (entry === undefined) return 'before its first entry'
  return isOver ? `after ${entry}` : `in the middle of ${entry}`
}
