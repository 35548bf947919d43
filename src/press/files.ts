import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { asFailure } from '../system-failure.ts'

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
    // Where even the folder could not be made, there is nothing to tidy up, and the first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw asFailure(cause) ?? cause
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
