import { utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../failure.ts'
import { bundleFolders } from './bundle-folders.ts'
import type { RenderPage } from './entry.ts'
import { fileStamp, filesBelow } from './files.ts'
import { removeLongUnused } from './unused-folders.ts'

/** The site's code, compiled by Astro once for each fingerprint of its sources. */
export type Bundle = {
  fingerprint: string
  /** Folder of the files that browsers get as they are: styles, scripts, fonts, `public`. */
  clientDir: string
  /** These files, relative to their folder, with keys that change whenever a file does. */
  clientFiles: () => readonly { file: string; key: string }[]
  /** Whether an address is that of such a file. */
  hasClientFile: (path: string) => boolean
  /** Keeps the folder from being removed as unused: pages are loaded from it when they are first rendered. */
  markUsed: () => void
  renderPage: RenderPage
  templateNames: () => Promise<string[]>
}

/** The compiled pages are loaded when the first of them is needed: a run that changes nothing needs none. */
export function loadBundle(root: string, fingerprint: string): Bundle {
  const { folder, client, entry } = bundleFolders(root, fingerprint)
  let loaded: Promise<typeof import('./entry.ts')> | undefined
  const pages = () => {
    loaded ??= import(pathToFileURL(entry).href)
    return loaded
  }
  removeLongUnused(dirname(folder), fingerprint)
  return {
    fingerprint,
    clientDir: client,
    ...clientFilesIn(client),
    markUsed: () => utimesSync(folder, new Date(), new Date()),
    renderPage: async (path, view) => (await pages()).renderPage(path, view),
    templateNames: async () => (await pages()).templateNames(),
  }
}

/** @throws Failure where there are none */
function clientFilesIn(folder: string): Pick<Bundle, 'clientFiles' | 'hasClientFile'> {
  let known: { file: string; key: string }[] | undefined
  let names: Set<string> | undefined
  const clientFiles = () => {
    known ??= filesBelow(folder).map((file) => ({ file, key: fileStamp(join(folder, file)) }))
    if (known.length > 0) return known
    throw new Failure(
      `The compiled site is not whole: ${folder} is empty.`,
      'Remove `.cache/bundle` and start again; it is compiled anew then.',
    )
  }
  const hasClientFile = (path: string) => {
    names ??= new Set(clientFiles().map(({ file }) => `/${file}`))
    return names.has(path)
  }
  return { clientFiles, hasClientFile }
}
