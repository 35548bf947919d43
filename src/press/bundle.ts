import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderPage } from './entry.ts'
import { removeLongUnused } from './unused-folders.ts'

/** The site's code, compiled by Astro once for each fingerprint of its sources. */
export type Bundle = {
  fingerprint: string
  /** Folder of the files that browsers get as they are: styles, scripts, fonts, `public`. */
  clientDir: string
  renderPage: RenderPage
  templateNames: () => Promise<string[]>
}

export type BundleFolders = { folder: string; client: string; server: string; entry: string }

/** Where the bundle of a fingerprint lies. Outside of the cache of any content: it depends on the code alone. */
export function bundleFolders(root: string, fingerprint: string): BundleFolders {
  const folder = join(root, '.cache', 'bundle', fingerprint)
  const server = join(folder, 'server')
  return { folder, client: join(folder, 'client'), server, entry: join(server, 'entry.mjs') }
}

export function isCompiled({ entry }: BundleFolders): boolean {
  return existsSync(entry)
}

export async function loadBundle(root: string, fingerprint: string): Promise<Bundle> {
  const { folder, client, entry } = bundleFolders(root, fingerprint)
  const { renderPage, templateNames } = await import(pathToFileURL(entry).href)
  removeLongUnused(dirname(folder), fingerprint)
  return { fingerprint, clientDir: client, renderPage, templateNames }
}
