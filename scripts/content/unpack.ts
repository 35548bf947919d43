import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../src/failure.ts'
import { damaged } from './damaged.ts'
import { eachTarEntry } from './tar-entries.ts'
import type { TarHeader } from './tar-header.ts'

/**
 * Unpacks a tar archive into a folder.
 * @param limit bytes that it may take unpacked
 * @returns the names of all files
 * @throws Failure that names the entry that is not to be had, or not to be trusted
 */
export async function unpack(
  bytes: AsyncIterable<Uint8Array>,
  archive: string,
  folder: string,
  limit: number,
): Promise<string[]> {
  const files: string[] = []
  const seen = new Set<string>()
  let size = 0
  await eachTarEntry(bytes, archive, async ({ header, body }) => {
    const name = safeName(header, archive)
    size += headerSize + header.size
    if (size > limit) throw tooLarge(archive, header.name, limit)
    if (header.type === 'directory') return
    if (seen.has(name)) throw damaged(`${archive} has the entry ${header.name} twice.`)
    seen.add(name)
    files.push(name)
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await pipeline(body, createWriteStream(file, { flags: 'wx' }))
  })
  return files
}

const headerSize = 512

/** @throws Failure for an entry that would land elsewhere than in the folder, or is no file */
function safeName({ name, type }: TarHeader, archive: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (
    /^[\\/]|^[A-Za-z]:|\\|\0/.test(name) ||
    parts.includes('..') ||
    (parts.length === 0 && type !== 'directory')
  )
    throw damaged(`${archive} has the entry ${JSON.stringify(name)}, which points outside of the archive.`)
  if (type !== 'file' && type !== 'directory')
    throw damaged(`${archive} has the entry ${name}, which is no file but a ${type}.`)
  return parts.join('/')
}

export function tooLarge(archive: string, entry: string, limit: number): Failure {
  return new Failure(
    `${archive} would take more than ${Math.round(limit / 1e6).toLocaleString('en')} MB unpacked; it reached that at ${entry}.`,
    'Nothing was imported. If you trust it, allow more with --unpack-megabytes N.',
  )
}
