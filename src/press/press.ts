import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { routes } from '../site/routes.ts'
import type { Snapshot } from '../site/snapshot.ts'
import type { Bundle } from './bundle.ts'
import { copyWhole, fileStamp, filesBelow, removeFile, writeWhole } from './files.ts'
import type { Originals } from './originals.ts'
import { type Output, openOutputState } from './output-state.ts'
import { makePicture, picturesIn } from './pictures.ts'
import { checkTemplates, compare, render, type Stale } from './render.ts'
import { isIndexFile, updateIndex } from './search.ts'

export type PressOptions = {
  bundle: Bundle
  outDir: string
  cacheDir: string
  originals: Originals
  /** Told now and then how far a long run has come. */
  onProgress?: ((step: string, done: number, total: number) => void) | undefined
}

/** What one run changed. */
export type PressReport = {
  routes: number
  /** Addresses whose files were written, because what they show is new. */
  rendered: string[]
  /** Files that were removed, because nothing leads to them any more. */
  removed: string[]
  /** What a reader will miss, in plain words. */
  warnings: string[]
}

/** Writes the files of a site, those only whose content changes, and remembers what each was made from. */
export type Press = {
  /** Brings all files but the search index up to date. Runs of one press must not overlap. */
  update(snapshot: Snapshot): Promise<PressReport>
  /** Brings the search index up to date with the pages that were written last. */
  updateSearch(): Promise<{ indexed: number }>
  close(): void
}

export function openPress(options: PressOptions): Press {
  const { bundle, outDir, cacheDir, onProgress } = options
  const state = openOutputState(cacheDir, outDir)
  const written = forgetMissing(state.all(), outDir)
  let searchable: string[] = []

  const save = (put: Output[], remove: string[]) => {
    state.save({ put, remove })
    for (const output of put) written.set(output.file, output)
    for (const file of remove) written.delete(file)
  }

  return {
    async update(snapshot) {
      const { stale, files, views } = compare(routes(snapshot), written, bundle.fingerprint)
      checkTemplates(views, await bundle.templateNames())

      const pages = await renderAll(stale, options, snapshot.siteUrl)
      const shown = new Set<string>()
      for (const file of files)
        for (const picture of (pages.get(file)?.output ?? written.get(file))?.pictures ?? [])
          shown.add(picture)
      const newPictures = [...shown].filter((file) => !written.has(file))
      const { made, warnings } = await makePictures(newPictures, options)
      const newClient = clientFiles(bundle.clientDir).filter(
        (file) => written.get(file.file)?.key !== file.key,
      )

      // What pages refer to comes before the pages, so that no reader meets a page without its styles or pictures.
      for (const { file } of newClient) await copyWhole(join(bundle.clientDir, file), join(outDir, file))
      for (const { file, kept } of made) await copyWhole(kept, join(outDir, file))
      let count = 0
      for (const { output, text } of pages.values()) {
        await writeWhole(join(outDir, output.file), text)
        onProgress?.('Writing pages', ++count, pages.size)
      }

      const wanted = new Set([...files, ...shown, ...clientFiles(bundle.clientDir).map((file) => file.file)])
      const removed = [...known(written, outDir)].filter((file) => !wanted.has(file) && !isIndexFile(file))
      for (const file of removed) await removeFile(outDir, file)
      save(
        [
          ...newClient,
          ...made.map(({ file }) => ({ file, key: 'made', pictures: [] })),
          ...[...pages.values()].map((page) => page.output),
        ],
        removed,
      )

      searchable = views.flatMap((view) =>
        view.kind === 'recap' ? new URL(view.frame.canonical).pathname : [],
      )
      return {
        routes: files.size,
        rendered: stale.map((route) => route.path),
        removed,
        warnings: [...snapshot.notices, ...warnings],
      }
    },

    updateSearch: () => updateIndex({ outDir, searchable, written, save, fingerprint: bundle.fingerprint }),
    close: () => state.close(),
  }
}

/** What was written before and is no longer there has to be written again. */
function forgetMissing(written: Map<string, Output>, outDir: string): Map<string, Output> {
  const present = new Set(filesBelow(outDir))
  return new Map([...written].filter(([file]) => present.has(file)))
}

/** Everything that lies in the output folder. Where nothing is remembered, the folder itself is asked. */
function known(written: ReadonlyMap<string, Output>, outDir: string): Iterable<string> {
  return written.size === 0 ? filesBelow(outDir) : written.keys()
}

async function renderAll(stale: Stale[], { bundle, onProgress }: PressOptions, siteUrl: string) {
  const pages = new Map<string, { output: Output; text: string }>()
  for (const route of stale) {
    const text = await render(route, bundle, siteUrl)
    const { file, key } = route
    pages.set(file, { text, output: { file, key, pictures: picturesIn(text) } })
    onProgress?.('Rendering pages', pages.size, stale.length)
  }
  return pages
}

async function makePictures(files: string[], { cacheDir, originals, onProgress }: PressOptions) {
  const made: { file: string; kept: string }[] = []
  const warnings: string[] = []
  const waiting = files.values()
  const makeNext = async () => {
    for (const file of waiting) {
      try {
        made.push({ file, kept: await makePicture(file, cacheDir, originals) })
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        warnings.push(`The picture ${file} could not be made: ${reason}. Upload it again in the Studio.`)
      }
      onProgress?.('Making pictures', made.length + warnings.length, files.length)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, makeNext))
  return { made, warnings: warnings.sort() }
}

function clientFiles(clientDir: string): Output[] {
  return filesBelow(clientDir).map((file) => ({ file, key: fileStamp(join(clientDir, file)), pictures: [] }))
}
