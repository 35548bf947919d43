import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const completeFile = 'complete'

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

export function isCompiled({ folder }: BundleFolders): boolean {
  return existsSync(join(folder, completeFile))
}

/** Notes that everything was compiled; a compiler that was stopped before leaves a bundle that does not count. */
export function markCompiled({ folder }: BundleFolders): void {
  writeFileSync(join(folder, completeFile), '')
}
