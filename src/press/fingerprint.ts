import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Everything that decides how a view is rendered, and what else is compiled with it. The content is not among it: that
 * is in the views.
 */
const sources = [
  'src/**/*.*',
  'scripts/{build,local,publisher}/*.*',
  'content/templates/*',
  'public/**/*',
  'astro.config.mjs',
  'package-lock.json',
]

/** Names the code of the site: the same sources on the same Node have the same fingerprint, wherever they lie. */
export function codeFingerprint(root: string): string {
  const hash = createHash('sha256').update(process.version)
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
