import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Failure } from '../../src/failure.ts'
import { damaged } from './damaged.ts'
import type { ExportSource } from './export-source.ts'
import { firstBytes } from './first-bytes.ts'
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
    throw new Failure(`${from} cannot be read: ${cause instanceof Error ? cause.message : cause}`, layouts, {
      cause,
    })
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
  const packed = await firstBytes(createReadStream(from), headLength)
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b
  const { head, all } = isGzip ? await gunzipped(from, archive) : packed
  if (head.length === 0) throw damaged(`${archive} is empty.`)
  if (head.toString('latin1', 257, 262) === 'ustar') {
    return archiveSource(await unpack(all, archive, scratch, limit), archive, scratch)
  }
  if (head.toString('utf8').trimStart().startsWith('{') || archive.endsWith('.ndjson')) {
    if (!isGzip) {
      const folder = path.dirname(path.resolve(from))
      return { folder, data: path.basename(from), whole: false, nameOf: (entry) => path.join(folder, entry) }
    }
    const data = 'data.ndjson'
    await pipeline(all, limited(archive, limit), createWriteStream(path.join(scratch, data))).catch(
      explain(archive),
    )
    return { folder: scratch, data, whole: false, nameOf: (entry) => (entry === data ? archive : entry) }
  }
  throw new Failure(`${archive} is neither an archive nor a file of documents.`, layouts)
}

/** Where the magic word of a tar archive ends. */
const headLength = 262

async function gunzipped(from: string, archive: string) {
  const gunzip = createGunzip()
  // What goes wrong on the way comes out where the result is read.
  pipeline(createReadStream(from), gunzip).catch(() => undefined)
  return firstBytes(gunzip, headLength).catch(explain(archive))
}

function explain(archive: string) {
  return (cause: unknown): never => {
    if (!(cause instanceof Error) || !('code' in cause) || !String(cause.code).startsWith('Z_')) throw cause
    throw damaged(
      cause.code === 'Z_BUF_ERROR' ? `${archive} is cut off.` : `${archive} is damaged (${cause.message}).`,
      { cause },
    )
  }
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
