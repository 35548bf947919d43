import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../src/failure.ts'
import { damaged } from './damaged.ts'
import type { ExportSource } from './export-source.ts'
import { firstBytes } from './first-bytes.ts'
import { checkGzip, gunzipped, isGzip } from './gzip.ts'
import { makeScratch } from './scratch.ts'
import { tooLarge, unpack } from './unpack.ts'

const layouts =
  'Give an export (.tar.gz or .tar), a file of documents (.ndjson), or a folder laid out like an export: data.ndjson, and images/ beside it.'

/**
 * Finds out what a file or folder is, and unpacks it where it is an archive.
 * @param limit bytes that an archive may take unpacked; by default a gigabyte, or fifty times what it has packed
 * @throws Failure that names the entry that is damaged
 */
export async function openExport(
  from: string,
  limit?: number,
): Promise<{ source: ExportSource; close: () => void }> {
  const found = await stat(from).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code !== 'ENOENT') throw cause
    throw new Failure(`${from} is not there.`, layouts, { cause })
  })
  if (found.isDirectory()) return { source: folderSource(from, await readdir(from)), close: () => undefined }
  const scratch = makeScratch(tmpdir(), 'import-')
  try {
    const source = await openFile(from, scratch.folder, limit ?? Math.max(1e9, found.size * 50))
    return { source, close: scratch.remove }
  } catch (error) {
    scratch.remove()
    throw error
  }
}

function folderSource(folder: string, names: string[]): ExportSource {
  return { folder, data: dataFile(names, folder), whole: true, nameOf: (entry) => path.join(folder, entry) }
}

/** `data.ndjson`, or the only file of its kind. */
function dataFile(names: string[], place: string): string {
  const found = names.filter((name) => name.endsWith('.ndjson') && !name.startsWith('.'))
  const [only] = found
  if (found.includes('data.ndjson')) return 'data.ndjson'
  if (only === undefined) throw damaged(`data.ndjson is missing in ${place}.`)
  if (found.length > 1) throw damaged(`${place} has more than one file of documents: ${found.join(', ')}.`)
  return only
}

async function openFile(from: string, scratch: string, limit: number): Promise<ExportSource> {
  const archive = path.basename(from)
  const { head: start } = await firstBytes(createReadStream(from), headLength)
  const isPacked = isGzip(start)
  const ensureWhole = async (place: string) => {
    if (isPacked) await checkGzip(from, archive, place)
  }
  const content = isPacked ? gunzipped(from) : createReadStream(from)
  const { head, all } = await firstBytes(content, headLength).catch(async (error: unknown) => {
    await ensureWhole('near its beginning')
    throw error
  })
  if (head.toString('latin1', 257, 262) === 'ustar') {
    const files = await unpack(all, archive, scratch, limit)
    await ensureWhole(`after ${files.at(-1)}`)
    return archiveSource(files, archive, scratch)
  }
  if (!isPacked && isJson(head, archive)) {
    const folder = path.dirname(path.resolve(from))
    const data = path.basename(from)
    return { folder, data, whole: false, nameOf: (entry) => path.join(folder, entry) }
  }
  if (isJson(head, archive)) {
    const data = 'data.ndjson'
    await pipeline(all, limited(archive, limit), createWriteStream(path.join(scratch, data)))
    await ensureWhole('in the middle of its documents')
    return { folder: scratch, data, whole: false, nameOf: (entry) => (entry === data ? archive : entry) }
  }
  await ensureWhole('before its first entry')
  if (head.length === 0) throw damaged(`${archive} is empty.`)
  throw new Failure(`${archive} is neither an archive nor a file of documents.`, layouts)
}

/** Where the magic word of a tar archive ends. */
const headLength = 262

function isJson(head: Buffer, name: string): boolean {
  return head.toString('utf8').trimStart().startsWith('{') || (name.endsWith('.ndjson') && head.length > 0)
}

function limited(archive: string, limit: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limit) done(tooLarge(archive, 'its documents', limit))
      else done(null, chunk)
    },
  })
}

/** The folder in the archive that has the documents; exports have one around everything. */
function archiveSource(files: string[], archive: string, scratch: string): ExportSource {
  const data = files.filter((file) => file.endsWith('.ndjson') && !path.posix.basename(file).startsWith('.'))
  const depth = Math.min(...data.map((file) => file.split('/').length))
  const nearest = data.filter((file) => file.split('/').length === depth)
  const folders = new Set(nearest.map((file) => path.posix.dirname(file)))
  const [folder] = folders
  if (folder === undefined) throw damaged(`data.ndjson is missing in ${archive}.`)
  if (folders.size > 1)
    throw damaged(`${archive} has more than one file of documents: ${nearest.join(', ')}.`)
  return {
    folder: path.join(scratch, folder),
    data: dataFile(
      nearest.map((file) => path.posix.basename(file)),
      archive,
    ),
    whole: true,
    nameOf: (entry) => `${path.posix.join(folder, entry)} in ${archive}`,
  }
}
