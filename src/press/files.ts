import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Failure } from '../failure.ts'

/** Writes a whole file or nothing: readers never see half of one. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await replace(file, (temporary) => writeFile(temporary, content))
}

/** Copies a whole file or nothing. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await replace(to, (temporary) => copyFile(from, temporary))
}

async function replace(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(file), `.${randomUUID()}.tmp`)
  try {
    await mkdir(dirname(file), { recursive: true })
    await write(temporary)
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw fileFailure(file, cause)
  }
}

/** Removes a file and the folders that it leaves empty, up to `root`. */
export async function removeFile(root: string, file: string): Promise<void> {
  await rm(join(root, file), { force: true })
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    const path = join(root, folder)
    if (existsSync(path) && readdirSync(path).length > 0) return
    if (existsSync(path)) await rmdir(path)
  }
}

/** Paths of all files below a folder, relative to it, with forward slashes. Dot files count, `.git` does not. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('.git/'))
}

/** Changes whenever a file is written anew. */
export function fileStamp(file: string): string {
  const { size, mtimeMs } = statSync(file)
  return `${size}-${mtimeMs}`
}

const reasons = new Map([
  ['ENOSPC', ['the disk is full', 'Free some space and try again.']],
  ['EACCES', ['it may not be written', 'Give yourself the right to write there, or choose another folder.']],
  ['EPERM', ['it may not be written', 'Give yourself the right to write there, or choose another folder.']],
  ['EROFS', ['the disk is read-only', 'Choose another folder.']],
  ['ENOTDIR', ['a file stands where a folder should be', 'Move it away, or choose another folder.']],
])

function fileFailure(file: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const [reason, hint] = reasons.get(code) ?? []
  return reason && hint ? new Failure(`${file} could not be written: ${reason}.`, hint, { cause }) : cause
}
