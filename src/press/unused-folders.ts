import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

const longUnused = 7 * 24 * 60 * 60 * 1000

/**
 * Marks a folder as in use and removes its neighbours that nobody has used for a week. Younger ones stay: a program
 * that was started before the code changed may still work from one.
 */
export function removeLongUnused(parent: string, used: string, now = Date.now()): void {
  utimesSync(join(parent, used), now / 1000, now / 1000)
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name)
    // Another program may have given it its name just now, or removed it.
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found && now - found.mtimeMs > longUnused) rmSync(folder, { recursive: true, force: true })
  }
}
