import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export type BundleFolders = {
  folder: string
  client: string
  server: string
  /** What the compiled pages are loaded from. */
  entry: string
  /** `npm run press` itself, in a few files: a program that begins reads hundreds of sources in twice the time. */
  program: string
}

/** Where the bundle of a fingerprint lies. Outside of the cache of any content: it depends on the code alone. */
export function bundleFolders(root: string, fingerprint: string): BundleFolders {
  const folder = join(root, '.cache', 'bundle', fingerprint)
  const server = join(folder, 'server')
  return {
    folder,
    client: join(folder, 'client'),
    server,
    entry: join(server, 'entry.mjs'),
    program: join(folder, 'program', 'program.js'),
  }
}

/**
 * Where a compiler puts its work until all of it is there. One that is stopped leaves a folder that nobody uses, and
 * several at once do not write over each other, nor over what another program has begun to load.
 */
export function unfinishedFolders(root: string, fingerprint: string): BundleFolders {
  return bundleFolders(root, `${fingerprint}-${process.pid}`)
}

export function isCompiled({ folder }: BundleFolders): boolean {
  return existsSync(folder)
}

/** Puts what this process has compiled in its place, unless another one was quicker with the same. */
export function finishCompiling(root: string, fingerprint: string): void {
  const { folder: unfinished } = unfinishedFolders(root, fingerprint)
  const folders = bundleFolders(root, fingerprint)
  try {
    renameSync(unfinished, folders.folder)
  } catch (error) {
    if (!isCompiled(folders)) throw error
    rmSync(unfinished, { recursive: true })
  }
}
