import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folder in the output folder where files lie until all of them are made; on the same disk, so that moving is renaming. */
export const stageFolder = '.stage'

/** Keeps new files until all of them are made and checked. */
export type Stage = {
  /** @returns the staged file, relative to the output folder */
  put(content: string | Uint8Array): string
}

/** @param name tells the stages of several threads apart: in one folder they would wait for each other */
export function openStage(outDir: string, name: string): Stage {
  const folder = `${stageFolder}/${name}`
  mkdirSync(join(outDir, folder), { recursive: true })
  let count = 0
  return {
    put(content) {
      const file = `${folder}/${++count}`
      writeFileSync(join(outDir, file), content)
      return file
    },
  }
}

/** Moves a staged file to its place, replacing what was there in one step. */
export function moveIntoPlace(outDir: string, staged: string, file: string): void {
  const target = join(outDir, file)
  try {
    renameSync(join(outDir, staged), target)
  } catch {
    // Most folders are there already, and to ask for each costs as much as to move.
    mkdirSync(dirname(target), { recursive: true })
    renameSync(join(outDir, staged), target)
  }
}

/** Removes what lies on the stage, also what a run left that was killed. */
export function clearStage(outDir: string): void {
  rmSync(join(outDir, stageFolder), { recursive: true, force: true })
}
