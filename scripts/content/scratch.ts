import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'

/** A folder for the time being, which only this user can look into. */
export type Scratch = { folder: string; remove: () => void }

/** Makes one; it goes at the latest when the program ends. */
export function makeScratch(parent: string, prefix: string): Scratch {
  const folder = mkdtempSync(path.join(parent, prefix))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    folder,
    remove: () => {
      process.off('exit', remove)
      remove()
    },
  }
}
