import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { core } from 'zod'

/**
 * Names the code that parses documents: what was parsed by other code has to be parsed again. Taken from all of this
 * folder, so that nobody has to remember to change it; parsing once too often does no harm.
 */
export function schemaFingerprint(): string {
  const folder = import.meta.dirname
  const hash = createHash('sha256').update(JSON.stringify(core.version))
  const sources = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((file) =>
    /\.ts$/.test(file),
  )
  for (const file of sources.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}
