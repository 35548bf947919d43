import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'

/** Tells a folder that the press writes from one that belongs to somebody. */
export const marker = '.pressed'

const words = 'Everything in this folder is written by the press. What it did not write itself, it removes.\n'

/**
 * Takes an output folder for the press's own, with whatever lies in it: an empty one, or one that it has marked
 * before.
 * @throws Failure where somebody else's files lie in it; nothing has been touched then
 */
export function adoptFolder(outDir: string): void {
  if (existsSync(join(outDir, marker))) return
  const stranger = existsSync(outDir) ? readdirSync(outDir)[0] : undefined
  if (stranger !== undefined)
    throw new Failure(
      `The site cannot be written into ${outDir}: other files lie there (${stranger}, for one).`,
      'Choose another folder, or empty this one. Nothing was changed.',
    )
  mkdirSync(outDir, { recursive: true })
  writeFileSync(join(outDir, marker), words)
}
