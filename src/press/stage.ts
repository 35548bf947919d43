import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folder in the output folder where files lie until all of them are made; on the same disk, so that moving is renaming. */
export const stageFolder = '.stage'

/** What the file of a page is called in its folder. */
const page = 'index.html'

/** Keeps new files until all of them are made and checked. */
export type Stage = {
  /**
   * @param isFirst whether it is the first page of its folder, as far as is known: the folder is made on the stage
   * then, and both come to their place in one move
   * @returns the staged file, relative to the output folder
   */
  put(content: string | Uint8Array, isFirst?: boolean): string
}

/** @param name tells the stages of several threads apart: in one folder they would wait for each other */
export function openStage(outDir: string, name: string): Stage {
  const folder = `${stageFolder}/${name}`
  // A run that was killed leaves what it had made.
  rmSync(join(outDir, folder), { recursive: true, force: true })
  mkdirSync(join(outDir, folder), { recursive: true })
  let count = 0
  return {
    put(content, isFirst = false) {
      const place = `${folder}/${++count}`
      if (isFirst) mkdirSync(join(outDir, place))
      const file = isFirst ? `${place}/${page}` : place
      writeFileSync(join(outDir, file), content)
      return file
    },
  }
}

/** Moves a staged file to its place, replacing what was there in one step. */
export function moveIntoPlace(outDir: string, staged: string, file: string): void {
  const target = join(outDir, file)
  if (staged.endsWith(`/${page}`) && move(join(outDir, dirname(staged)), dirname(target))) return
  if (move(join(outDir, staged), target)) return
  // Most folders are there already, and to ask for each costs as much as to move.
  mkdirSync(dirname(target), { recursive: true })
  renameSync(join(outDir, staged), target)
}

/** Moves a file, or a folder to where there is none or an empty one. @returns whether it could be done */
function move(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}

/** Removes what lies on the stage, also what a run left that was killed. */
export function clearStage(outDir: string): void {
  rmSync(join(outDir, stageFolder), { recursive: true, force: true })
}
