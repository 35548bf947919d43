import { join } from 'node:path'
import { Failure } from '../failure.ts'
import type { SearchablePage } from '../search/build-index.ts'
import { indexFolder, openSearchIndex, type SearchIndexOptions } from '../search/search-index.ts'
import { routes } from '../site/routes.ts'
import type { Snapshot } from '../site/snapshot.ts'
import { adoptFolder, marker } from './adopt-folder.ts'
import type { Bundle } from './bundle.ts'
import { copyWhole, fileStamp, filesBelow, removeFile, writeWhole } from './files.ts'
import type { Originals } from './originals.ts'
import { type Output, openOutputState } from './output-state.ts'
import { makePictures, picturesIn } from './pictures.ts'
import { checkTemplates, render } from './render.ts'
import { pathOf, type Shown, showAll, staleOf } from './stale-routes.ts'

export type PressOptions = {
  bundle: Bundle
  outDir: string
  cacheDir: string
  originals: Originals
  search?: Pick<SearchIndexOptions, 'inBackground' | 'grace'> | undefined
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
  updateSearch(): Promise<{ indexed: number; waiting: number }>
  close(): Promise<void>
}

/** @throws Failure where the output folder is not the press's own */
export function openPress(options: PressOptions): Press {
  const { bundle, outDir, cacheDir, originals, onProgress } = options
  adoptFolder(outDir)
  const state = openOutputState(cacheDir, outDir)
  const written = whatLies(outDir, state.all())
  const client = clientFiles(bundle.clientDir)
  const searchIndex = openSearchIndex({ outDir, cacheDir, ...options.search })
  let searchable: SearchablePage[] = []

  const save = (put: Output[], remove: string[] = []) => {
    state.save({ put, remove })
    for (const output of put) written.set(output.file, output)
    for (const file of remove) written.delete(file)
  }

  return {
    async update(snapshot) {
      bundle.markUsed()
      const shown = showAll(routes(snapshot), bundle.fingerprint)
      const views = shown.map(({ view }) => view)
      checkTemplates(views, await bundle.templateNames())

      const stale = staleOf(shown, written)
      const pages = await renderAll(stale, options, snapshot.siteUrl)
      const visible = picturesOf(shown, pages, written)
      const newPictures = [...visible].filter((file) => !isMade(written.get(file)))
      const { made, warnings } = await makePictures(newPictures, cacheDir, originals, (done) =>
        onProgress?.('Making pictures', done, newPictures.length),
      )
      const newClient = client.filter((file) => written.get(file.file)?.key !== file.key)
      const outputs = [
        ...newClient,
        ...made.map(({ file }) => ({ file, key: madeKey, pictures: [] })),
        ...pages.map((page) => page.output),
      ]

      const wanted = new Set([...shown, ...client].map(({ file }) => file))
      const removed = [...written.keys()].filter((file) => !wanted.has(file) && !visible.has(file))
      searchIndex.pagesWillChange({
        removed: removed.map(pathOf),
        replaced: stale.map(({ path }) => path),
      })
      // Nothing counts as written until all of it is: a run that ends in the middle is done again as a whole.
      save(outputs.map((output) => ({ ...output, key: '' })))
      // What pages refer to comes before the pages, so that no reader meets a page without its styles or pictures.
      for (const { file } of newClient) await copyWhole(join(bundle.clientDir, file), join(outDir, file))
      for (const { file, kept } of made) await copyWhole(kept, join(outDir, file))
      for (const [index, { output, text }] of pages.entries()) {
        await writeWhole(join(outDir, output.file), text)
        onProgress?.('Writing pages', index + 1, pages.length)
      }
      for (const file of removed) await removeFile(outDir, file)
      save(outputs, removed)

      searchable = shown
        .filter(({ view }) => view.kind === 'recap')
        .map(({ path, key }) => ({ url: path, key }))
      return {
        routes: shown.length,
        rendered: stale.map(({ path }) => path),
        removed,
        warnings: [...snapshot.notices, ...warnings],
      }
    },

    updateSearch: () => searchIndex.update(searchable),
    async close() {
      await searchIndex.close()
      state.close()
    },
  }
}

/** What lies in the output folder and from what it was made, where that is known. */
function whatLies(outDir: string, remembered: ReadonlyMap<string, Output>): Map<string, Output> {
  const files = filesBelow(outDir).filter((file) => file !== marker && !file.startsWith(`${indexFolder}/`))
  return new Map(files.map((file) => [file, remembered.get(file) ?? { file, key: '', pictures: [] }]))
}

type RenderedPage = { output: Output; text: string }

async function renderAll(stale: Shown[], { bundle, onProgress }: PressOptions, siteUrl: string) {
  const pages: RenderedPage[] = []
  for (const route of stale) {
    const text = await render(route, bundle, siteUrl)
    const { file, key } = route
    pages.push({ text, output: { file, key, pictures: picturesIn(text) } })
    onProgress?.('Rendering pages', pages.length, stale.length)
  }
  return pages
}

/** Files of all pictures that the site shows: on pages just rendered and on those that stay as they are. */
function picturesOf(
  shown: Shown[],
  pages: RenderedPage[],
  written: ReadonlyMap<string, Output>,
): Set<string> {
  const rendered = new Map(pages.map(({ output }) => [output.file, output]))
  return new Set(shown.flatMap(({ file }) => (rendered.get(file) ?? written.get(file))?.pictures ?? []))
}

const madeKey = 'made'

function isMade(output: Output | undefined): boolean {
  return output?.key === madeKey
}

function clientFiles(clientDir: string): Output[] {
  const files = filesBelow(clientDir)
  if (files.length === 0)
    throw new Failure(
      `The compiled site is not whole: ${clientDir} is empty.`,
      'Remove `.cache/bundle` and start again; it is compiled anew then.',
    )
  return files.map((file) => ({ file, key: fileStamp(join(clientDir, file)), pictures: [] }))
}
