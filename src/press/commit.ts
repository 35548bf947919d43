import { join } from 'node:path'
import { copyWhole, removeFile } from './files.ts'
import type { MadeRun } from './make-all.ts'
import type { OutputState, Piece } from './output-state.ts'
import type { Plan } from './plan.ts'
import type { PressOptions } from './press.ts'
import { pathOf } from './render.ts'
import { moveIntoPlace } from './stage.ts'
import type { Standing } from './standing.ts'
import { pictureKey, unshownPictures } from './unshown-pictures.ts'

/**
 * Puts everything that was made in its place, file by file, each in one step. A program that is killed meanwhile leaves
 * a note of which files were about to change; the next run makes them again.
 * @returns the files that were removed
 */
export async function commit(
  plan: Plan,
  made: MadeRun,
  options: PressOptions,
  state: OutputState,
  standing: Standing,
): Promise<string[]> {
  const { outDir, bundle } = options
  const pages = [...made.pages.values()].map((page) => {
    const before = page.staged === undefined ? state.output(page.output.file) : undefined
    return { ...page, output: before ? { ...page.output, pictures: before.pictures } : page.output }
  })
  const fresh = pages.filter(({ staged }) => staged !== undefined)
  const clientFiles = newClientFiles(plan, options, state)
  const outputs = pages.map(({ output }) => output)
  const written = new Set([...clientFiles, ...made.pictures].map(({ file }) => file))
  const goneFiles = [...plan.goneFiles, ...unshownPictures(plan, outputs, state)].filter(
    (file) => !written.has(file),
  )

  state.begin([...written, ...fresh.map(({ output }) => output.file), ...goneFiles])
  // What pages refer to comes before the pages, so that no reader meets a page without its styles or pictures.
  for (const { file } of clientFiles) await copyWhole(join(bundle.clientDir, file), join(outDir, file))
  for (const { file, kept } of made.pictures) await copyWhole(kept, join(outDir, file))
  options.beforeCommit?.({
    removed: goneFiles.map(pathOf),
    replaced: fresh.map(({ output }) => output.path),
  })
  let done = 0
  for (const { staged, output } of fresh) {
    if (staged !== undefined) moveIntoPlace(outDir, staged, output.file)
    options.onProgress?.('Writing pages', ++done, fresh.length)
  }
  for (const file of goneFiles) await removeFile(outDir, file)
  state.finish(
    {
      outputs,
      pieces: [...clientFiles, ...made.pictures.map(({ file }) => ({ file, key: pictureKey }))],
      removed: goneFiles,
      lists: plan.lists,
      isWhole: plan.change === undefined,
    },
    standing,
  )
  return goneFiles
}

/** Files of the bundle that browsers get as they are, as far as they do not lie there yet. */
function newClientFiles(plan: Plan, { bundle }: PressOptions, state: OutputState): Piece[] {
  if (plan.change && plan.missingPieces.size === 0) return []
  return bundle
    .clientFiles()
    .filter(({ file, key }) => state.piece(file) !== key || plan.missingPieces.has(file))
}
