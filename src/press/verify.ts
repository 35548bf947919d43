import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import { indexFolder } from '../search/search-index.ts'
import type { MadeRun } from './make-all.ts'
import { hasPlace, partsOf } from './page-links.ts'
import type { Plan } from './plan.ts'
import type { PressOptions } from './press.ts'
import { fileOf } from './render.ts'

const hint =
  'Nothing was written. This is a defect of the site’s code or of a template: organisers’ own links are checked before.'

/**
 * Checks what was made before any of it is put in its place: every address of the site that a page links to, and
 * every place in it, is there.
 * @throws Failure that lists those that are not
 */
export function verify(plan: Plan, { pages, links }: MadeRun, { outDir, bundle }: PressOptions): void {
  const textAt = (path: string) => {
    const staged = pages.get(path)?.staged
    return readFileSync(join(outDir, staged ?? fileOf(path)), 'utf8')
  }
  const broken = [...links].filter((link) => {
    const { path, fragment } = partsOf(link)
    if (plan.site.hasAddress(path)) return fragment !== '' && !hasPlace(textAt(path), fragment)
    const file = path.slice(1)
    return (
      !bundle.hasClientFile(path) && !file.startsWith(`${indexFolder}/`) && !existsSync(join(outDir, file))
    )
  })
  if (broken.length === 0) return
  throw new Failure(
    `Pages link to what is not there:\n${broken
      .slice(0, 20)
      .map((link) => `  ${link}`)
      .join('\n')}`,
    hint,
  )
}
